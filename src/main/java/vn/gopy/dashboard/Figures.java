package vn.gopy.dashboard;

import java.time.InstantSource;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.OwedAnswers;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;

/// What the pages of figures are made from.
///
/// @param demo whether everything in the house is synthetic; pages and files then say so
public record Figures(Releases releases, Gazetteer gazetteer, ReleaseSettings settings, OwedAnswers owed,
        InstantSource clock, boolean demo) {}
