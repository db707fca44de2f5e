/// Questions that have no source yet: kept with consent, grouped for the figures, answered when there is one.
@NullMarked
package vn.gopy.answer;

import org.jspecify.annotations.NullMarked;
