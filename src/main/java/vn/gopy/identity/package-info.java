/// The provider who may tell which official stands at the door (OpenID Connect), and what is believed of it.
@NullMarked
package vn.gopy.identity;

import org.jspecify.annotations.NullMarked;
