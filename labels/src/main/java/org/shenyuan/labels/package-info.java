/**
 * From a run and an index to ink on paper: label codes, GS1 Digital Link URIs, QR symbols
 * and the sheets they are printed on. Lengths are millimetres unless a name says points.
 */
@org.jspecify.annotations.NullMarked
package org.shenyuan.labels;
