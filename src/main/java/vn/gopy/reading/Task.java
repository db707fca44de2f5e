package vn.gopy.reading;

import java.util.List;

/// One thing that a classifier learns to tell, with the labels it may give.
enum Task {
    MOOD(List.of("neg", "neu", "pos", "mixed")),
    TOPIC(List.of("giay_to", "phuc_vu", "di_lai", "ten_goi", "ban_sac", "bo_may", "che_do", "dat_dai",
            "ha_tang",
            "moi_truong", "yte_gd", "an_ninh", "khac")),
    INTENT(List.of("question", "feedback", "command", "greeting", "other")),
    URGENT(List.of("0", "1")),
    TOXIC(List.of("0", "1")),
    CRISIS(List.of("none", "fire", "medical", "crime", "disaster", "self_harm", "child", "young",
            "accusation",
            "corruption",
            "threat"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> labels;

    Task(List<String> labels) {
        this.labels = labels;
    }

    List<String> labels() {
        return labels;
    }
}
