package elboroom.app.interpolate;

import elboroom.measure.AttributeDirection;

/**
 * A direction that a class is known by.
 *
 * @param with name of the class towards which it points
 * @param without name of the class from which it points away
 * @param direction in latent space
 */
record Attribute(String with, String without, AttributeDirection direction) {}
