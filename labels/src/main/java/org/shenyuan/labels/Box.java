package org.shenyuan.labels;

/**
 * A rectangle in millimetres.
 *
 * @param x from the left edge of what it lies in
 * @param y from the upper edge of what it lies in
 * @param width across
 * @param height down
 */
public record Box(double x, double y, double width, double height) {
}
