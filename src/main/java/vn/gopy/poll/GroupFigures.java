package vn.gopy.poll;

import vn.gopy.release.Aside;

/// How groups answered a poll that is over: counted apart, of whoever was in them, and never added to a release.
///
/// @param groups in how many it was posted
/// @param shown  how many votes they gave, hidden and rounded as persons are
public record GroupFigures(int groups, Aside.Shown shown) {}
