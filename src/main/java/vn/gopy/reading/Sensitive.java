package vn.gopy.reading;

/// Why a message leaves the opinion lane (contracts.md 7): it is answered, never stored.
public enum Sensitive {
    NONE, FIRE, MEDICAL, CRIME, DISASTER, SELF_HARM, CHILD, ACCUSATION, CORRUPTION, THREAT
}
