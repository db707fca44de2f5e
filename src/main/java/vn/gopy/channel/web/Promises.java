package vn.gopy.channel.web;

import java.time.Duration;
import vn.gopy.config.Settings;

/// The numbers that the page about privacy tells, as they are set.
///
/// @param k       from how many people on figures are shown
/// @param opinion how long an opinion is kept
/// @param question how long a question without a source is kept
/// @param request how long a request to an office is kept
/// @param session how long language and commune are kept
/// @param address how long it is kept where to answer
/// @param backup  how long a copy of all is kept
public record Promises(int k, Duration opinion, Duration question, Duration request, Duration session,
        Duration address,
        Duration backup) {
    public static Promises from(Settings settings) {
        return new Promises(settings.number("figures-k", 10, 1000), settings.duration("keep-opinion"),
                settings.duration("keep-question"), settings.duration("keep-request"),
                settings.duration("keep-session"),
                settings.duration("keep-address"),
                settings.duration("keep-backup"));
    }
}
