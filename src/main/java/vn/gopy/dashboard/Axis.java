package vn.gopy.dashboard;

/// A straight scale from shares in per cent to places in a drawing.
///
/// @param from where 0 lies
/// @param to   where `most` lies
/// @param most the largest value of the scale
record Axis(double from, double to, int most) {
    double at(double value) {
        return Math.round(10 * (from + (to - from) * value / most)) / 10.0;
    }
}
