package elboroom.model;

import elboroom.data.InputException;

/** How the decoder's output is read as a distribution over pixels, p(x|z). */
public sealed interface Likelihood {
    /** Each pixel a Bernoulli variable, its parameter given as a logit; grey levels count as expectations. */
    record Bernoulli() implements Likelihood {
        @Override
        public String toString() {
            return "bernoulli";
        }
    }

    /**
     * Each pixel a Gaussian whose mean is the logistic function of the decoder's logit, so that it stays in [0,1] as
     * pixels do, with one fixed variance.
     *
     * @param variance of each pixel, positive
     */
    record Gaussian(double variance) implements Likelihood {
        public Gaussian {
            if (!(variance > 0) || Double.isInfinite(variance)) {
                throw new InputException(
                        "likelihood: the Gaussian variance must be a positive number, not " + variance);
            }
        }

        @Override
        public String toString() {
            return "gaussian:" + variance;
        }
    }

    Likelihood BERNOULLI = new Bernoulli();

    /** Reads {@code bernoulli} or {@code gaussian:VARIANCE}, the form that {@link #toString} writes. */
    static Likelihood parse(String text) {
        if (text.equals("bernoulli")) {
            return BERNOULLI;
        }
        if (text.startsWith("gaussian:")) {
            try {
                return new Gaussian(Double.parseDouble(text.substring("gaussian:".length())));
            } catch (NumberFormatException e) {
                throw new InputException("likelihood: '" + text + "' has no number after 'gaussian:'", e);
            }
        }
        throw new InputException("likelihood: '" + text + "' is neither 'bernoulli' nor 'gaussian:VARIANCE'");
    }
}
