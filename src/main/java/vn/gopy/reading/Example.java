package vn.gopy.reading;

/// A sentence of the training corpus with the labels its writer gave it.
///
/// @param voice  who speaks: examples of one voice are never split between training and development
/// @param second a second topic that is just as right, or empty
record Example(String voice, String text, String mood, String topic, String second, String intent,
        String urgent,
        String toxic, String crisis) {
    /// In place of a label: this example says nothing about the task.
    static final String NONE = "-";

    Example {
        check(Task.MOOD, mood);
        check(Task.TOPIC, topic);
        check(Task.INTENT, intent);
        check(Task.URGENT, urgent);
        check(Task.TOXIC, toxic);
        check(Task.CRISIS, crisis);
        if (!second.isEmpty()) {
            check(Task.TOPIC, second);
        }
    }

    /// Whether this is a word or phrase of the word lists, not a sentence of somebody's.
    boolean isNobodys() {
        return voice.startsWith("#");
    }

    private static void check(Task task, String label) {
        if (!label.equals(NONE) && !task.labels().contains(label)) {
            throw new IllegalArgumentException("not a label of " + task + ": '" + label + "'");
        }
    }

    String label(Task task) {
        return switch (task) {
            case MOOD -> mood;
            case TOPIC -> topic;
            case INTENT -> intent;
            case URGENT -> urgent;
            case TOXIC -> toxic;
            case CRISIS -> crisis;
        };
    }

    boolean tellsOf(Task task) {
        return !label(task).equals(NONE);
    }

    /// Whether a label is right: for topics the second one is too.
    boolean isRight(Task task, String label) {
        return label(task).equals(label) || (task == Task.TOPIC && second.equals(label));
    }
}
