package vn.gopy.policy;

import java.time.LocalDate;

/// Where a claim stands: document, place in it, when it was last checked.
///
/// @param title what the resident sees, such as `NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44 (hiệu lực 1/7/2025)`
public record Source(String document, String place, String title, LocalDate checkedOn) {}
