"""Which texts a round of training reads."""

from random import Random

from extraction.training.sampling import LEAST, Sampler


def test_all_texts_are_read_once() -> None:
    assert Sampler().draw(5, Random(1)) == [0, 1, 2, 3, 4]


def test_what_is_read_badly_is_read_again_and_what_is_read_well_now_and_then() -> None:
    sampler = Sampler()
    sampler.saw(range(600), 0.001)
    sampler.saw(range(600, 1000), 1.0)
    drawn = sampler.draw(1001, Random(1))
    assert set(range(600, 1001)) <= set(drawn)
    assert 0.5 * LEAST < sum(number < 600 for number in drawn) / 600 < 2 * LEAST


def test_the_last_reading_counts() -> None:
    sampler = Sampler()
    sampler.saw(range(1000), 1.0)
    sampler.saw(range(500), 0.001)
    assert sum(number < 500 for number in sampler.draw(1000, Random(1))) < 200


def test_the_same_random_numbers_give_the_same_texts() -> None:
    sampler = Sampler()
    sampler.saw(range(100), 0.001)
    sampler.saw(range(100, 200), 1.0)
    assert sampler.draw(200, Random(3)) == sampler.draw(200, Random(3))
