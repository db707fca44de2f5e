package vn.gopy.feedback;

import java.time.Instant;

/// That a resident agreed, to which text, for what, when and where.
///
/// @param textHash SHA-256 of the text they saw, in hexadecimal
public record Consent(String version, String purposes, String textHash, Instant givenAt, String channel) {}
