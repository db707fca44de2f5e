@NullMarked
package vn.gopy.db;

import org.jspecify.annotations.NullMarked;
