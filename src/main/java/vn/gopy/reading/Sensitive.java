package vn.gopy.reading;

/// Why a message leaves the opinion lane (contracts.md 7): it is answered, never stored. `CHILD` is a child
/// in danger, `YOUNG` one who just says what they think.
public enum Sensitive {
    NONE, FIRE, MEDICAL, CRIME, DISASTER, SELF_HARM, CHILD, YOUNG, ACCUSATION, CORRUPTION, THREAT
}
