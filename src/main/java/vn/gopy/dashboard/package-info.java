/// The pages of figures that officials and everybody read, made of releases and never of rows.
@NullMarked
package vn.gopy.dashboard;

import org.jspecify.annotations.NullMarked;
