@NullMarked
package vn.gopy.config;

import org.jspecify.annotations.NullMarked;
