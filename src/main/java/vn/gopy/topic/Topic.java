package vn.gopy.topic;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an opinion is about: the 13 codes that tables, phrases and figures share.
public enum Topic {
    GIAY_TO("giay_to"),
    PHUC_VU("phuc_vu"),
    DI_LAI("di_lai"),
    TEN_GOI("ten_goi"),
    BAN_SAC("ban_sac"),
    BO_MAY("bo_may"),
    CHE_DO("che_do"),
    DAT_DAI("dat_dai"),
    HA_TANG("ha_tang"),
    MOI_TRUONG("moi_truong"),
    YTE_GD("yte_gd"),
    AN_NINH("an_ninh"),
    KHAC("khac");

    private static final Map<String, Topic> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Topic::code, topic -> topic));

    private final String code;

    Topic(String code) {
        this.code = code;
    }

    /// The code as stored and published, such as `di_lai`.
    public String code() {
        return code;
    }

    public static Optional<Topic> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
