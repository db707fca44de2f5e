@NullMarked
package vn.gopy.metrics;

import org.jspecify.annotations.NullMarked;
