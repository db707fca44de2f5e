@NullMarked
package vn.gopy.policy;

import org.jspecify.annotations.NullMarked;
