@NullMarked
package vn.gopy.topic;

import org.jspecify.annotations.NullMarked;
