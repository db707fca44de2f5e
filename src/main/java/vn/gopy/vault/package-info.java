/// Keys, pseudonyms and seals: the one room that can tell who a resident is, and tells nobody.
@NullMarked
package vn.gopy.vault;

import org.jspecify.annotations.NullMarked;
