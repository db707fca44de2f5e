/// Registers that editors keep and everybody reads: documents with what they ask of whom, and the models of
/// "Dân vận khéo". Published totals are claims of the library and are never mixed with what is counted here.
@NullMarked
package vn.gopy.register;

import org.jspecify.annotations.NullMarked;
