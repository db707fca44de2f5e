@NullMarked
package vn.gopy.api;

import org.jspecify.annotations.NullMarked;
