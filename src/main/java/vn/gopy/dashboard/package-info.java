@NullMarked
package vn.gopy.dashboard;

import org.jspecify.annotations.NullMarked;
