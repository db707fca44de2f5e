@NullMarked
package vn.gopy.web;

import org.jspecify.annotations.NullMarked;
