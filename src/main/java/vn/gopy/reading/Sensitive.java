package vn.gopy.reading;

/// Why a message leaves the opinion lane (contracts.md section 7, ahead.md C9): it is answered, never stored.
public enum Sensitive {
    NONE, FIRE, MEDICAL, CRIME, DISASTER, SELF_HARM, CHILD, ACCUSATION, CORRUPTION, THREAT
}
