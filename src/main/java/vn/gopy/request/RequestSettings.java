package vn.gopy.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.gopy.config.Settings;
import vn.gopy.config.SettingsException;

/// How requests are taken and answered.
///
/// @param on    whether any are taken
/// @param days  in how many working days an office answers
/// @param keep  how long a request is kept
/// @param k     from how many senders on a number leaves the house
/// @param round to what such numbers are rounded
public record RequestSettings(boolean on, int days, Duration keep, ZoneId zone, WorkingDays working, int k,
        int round) {
    /// For so many days a sender can open a request again.
    public static final int REOPENING = 10;

    public RequestSettings {
        if (keep.compareTo(Duration.ofDays(60)) < 0) {
            throw new SettingsException("keep-request",
                    "must be 60d or more, else requests go before answers");
        }
    }

    public static RequestSettings from(Settings settings) {
        return new RequestSettings(settings.yes("requests"), settings.number("request-days", 1, 60),
                settings.duration("keep-request"), settings.zone("time-zone"),
                new WorkingDays(HolidayFile.read(settings)), settings.number("figures-k", 10, 1000),
                settings.number("figures-round", 5, 100));
    }

    /// The day it is in the offices.
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /// The last day to answer what comes on a day.
    public LocalDate due(LocalDate day) {
        return working.after(day, days);
    }

    /// The same day to answer, put off by the working days in which an office waited for the sender.
    public LocalDate putOff(LocalDate due, LocalDate asked, LocalDate replied) {
        return working.after(due, working.between(asked, replied));
    }
}
