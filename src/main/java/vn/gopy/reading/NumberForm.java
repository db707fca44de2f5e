package vn.gopy.reading;

import java.util.Optional;
import vn.gopy.reading.Span.Kind;

/// The digits of a number, and how they were written, which decide what it can be.
///
/// @param whole   written without gaps
/// @param spelled written in words, at least in part
/// @param plus    a plus sign stands before it
/// @param slashed a slash follows, as after the number of a law
record NumberForm(String digits, boolean whole, boolean spelled, boolean plus, boolean slashed) {

    /// What the number is, given the word beside it; empty when it points to nobody.
    static Optional<Kind> kind(NumberForm form, Optional<NumberCue> cue) {
        if (form.slashed && !form.isPhone()) {
            return Optional.empty();
        }
        var cued = cue.flatMap(form::cued);
        if (cued.isPresent()) {
            return cued;
        }
        if (form.isPhone() || form.isForeignPhone()) {
            boolean office = cue.filter(NumberCue.HOTLINE::equals).isPresent()
                    && form.local().startsWith("02");
            return office ? Optional.empty() : Optional.of(Kind.PHONE);
        }
        if (cue.filter(NumberCue.FILE::equals).isPresent()) {
            return Optional.empty();
        }
        if (form.isCitizenNumber()) {
            return Optional.of(Kind.CCCD);
        }
        return form.whole && !form.spelled ? form.uncued() : Optional.empty();
    }

    /// Nine digits were an identity card; so many digits that nobody counts with them are an account.
    private Optional<Kind> uncued() {
        int length = digits.length();
        if (length == 9 && digits.charAt(0) < '4' && !digits.endsWith("00000")) {
            return Optional.of(Kind.CMND);
        }
        return length >= 12 && length <= 16 && !digits.endsWith("00000")
                ? Optional.of(Kind.BANK)
                : Optional.empty();
    }

    private Optional<Kind> cued(NumberCue cue) {
        int length = digits.length();
        return switch (cue) {
            case PHONE -> isPhone() || (length == 9 && digits.charAt(0) > '2')
                    ? Optional.of(Kind.PHONE)
                    : Optional.empty();
            case CCCD -> length == 12
                    ? Optional.of(Kind.CCCD)
                    : length == 9 ? Optional.of(Kind.CMND) : Optional.empty();
            case CMND -> length == 9
                    ? Optional.of(Kind.CMND)
                    : length == 12 ? Optional.of(Kind.CCCD) : Optional.empty();
            case INSURANCE ->
                length == 10 || length == 13 || length == 15 ? Optional.of(Kind.INS) : Optional.empty();
            case BANK -> length >= 8 && length <= 19 && !spelled ? Optional.of(Kind.BANK) : Optional.empty();
            case PASSPORT, FILE, HOTLINE -> Optional.empty();
        };
    }

    private boolean isPhone() {
        if (spelled && digits.charAt(0) != '0') {
            return false;
        }
        var local = local();
        return switch (local.length()) {
            case 10 -> "35789".indexOf(local.charAt(1)) >= 0 || (local.charAt(1) == '2' && whole);
            case 11 ->
                local.startsWith("02") || ("2689".indexOf(local.charAt(2)) >= 0 && local.startsWith("01"));
            default -> false;
        };
    }

    private boolean isForeignPhone() {
        return plus && digits.length() >= 9 && digits.length() <= 14;
    }

    /// The number as dialled inside the country, or nothing.
    private String local() {
        if (digits.startsWith("0084")) {
            return "0" + trimmed(4);
        }
        if (digits.startsWith("84") && (plus || digits.length() >= 11)) {
            return "0" + trimmed(2);
        }
        return digits.startsWith("0") ? digits : "";
    }

    private String trimmed(int from) {
        return digits.startsWith("0", from) ? digits.substring(from + 1) : digits.substring(from);
    }

    /// Twelve digits that begin with the code of a province, 001 to 096.
    private boolean isCitizenNumber() {
        return digits.length() == 12 && digits.charAt(0) == '0'
                && Integer.parseInt(digits.substring(0, 3)) <= 96
                && !digits.startsWith("000");
    }
}
