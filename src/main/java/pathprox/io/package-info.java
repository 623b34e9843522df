/**
 * Networks, and other arrays, as safetensors files, which other programs read too. Loading reads
 * numbers and names, and never runs code; a file is checked before memory is taken for what it
 * says. Files appear whole or not at all. May import {@code network} and {@code matrix}. A new
 * format is one new class.
 */
package pathprox.io;
