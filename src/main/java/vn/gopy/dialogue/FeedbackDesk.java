package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Begins opinions and asks how and about what. By taps or by text: the resident chooses by doing.
final class FeedbackDesk {
    private static final List<Topic> COMMON = List.of(Topic.GIAY_TO, Topic.DI_LAI, Topic.PHUC_VU,
            Topic.TEN_GOI,
            Topic.CHE_DO, Topic.DAT_DAI);
    private static final List<Topic> RARER = List.of(Topic.BAN_SAC, Topic.BO_MAY, Topic.HA_TANG,
            Topic.MOI_TRUONG,
            Topic.YTE_GD, Topic.AN_NINH);
    private static final List<Mood> FACES = List.of(Mood.VERY_SATISFIED, Mood.SATISFIED, Mood.NEUTRAL,
            Mood.DISSATISFIED, Mood.VERY_DISSATISFIED);

    private final Voice voice;
    private final Whereabouts whereabouts;

    FeedbackDesk(Voice voice, Whereabouts whereabouts) {
        this.voice = voice;
        this.whereabouts = whereabouts;
    }

    /// The resident wants to say something, and has not said what.
    Turn begin(Visit visit) {
        return Path.onward(visit, whereabouts.atHome(visit, Draft.empty(visit.now())));
    }

    /// The resident said it at once: what the words tell is not asked.
    Turn opinion(Visit visit, Said said) {
        var begun = visit.standing().hasDraft()
                ? visit.draft()
                : Draft.empty(visit.now()).in(visit.draft().place());
        var draft = said.addedTo(begun);
        if (draft.place().isEmpty()) {
            draft = draft.in(whereabouts.named(said).map(unit -> new Place.In(unit.id())));
        }
        return Path.onward(visit, whereabouts.atHome(visit, draft));
    }

    /// Words that waited for a decision go into the draft.
    Turn opinion(Visit visit, Draft offered) {
        if (!visit.standing().hasDraft()) {
            return Path.onward(visit, whereabouts.atHome(visit, offered));
        }
        var draft = visit.draft();
        return Path.onward(visit,
                draft.adding(offered.text()).guessing(draft.guessedMood().or(offered::guessedMood),
                        draft.guessedTopic().or(offered::guessedTopic), draft.second().or(offered::second)));
    }

    /// The five faces, in the order that this resident always sees; half of the people see the other one.
    List<Option> faces(Visit visit) {
        var order = facesUp(visit.resident()) ? FACES : FACES.reversed();
        return order.stream().map(mood -> voice.option(visit, "m" + mood.value(), "mood." + mood.value()))
                .toList();
    }

    static boolean facesUp(Resident resident) {
        return (resident.seed() & 1) == 0;
    }

    Question askMood(Visit visit) {
        return Question.of(voice.say(visit, "mood.ask"),
                List.of(faces(visit), List.of(voice.option(visit, "m0", "mood.none"))));
    }

    Turn chooseMood(String verb, Visit visit) {
        return Path.onward(visit, visit.draft().with(Mood.of(verb.charAt(1) - '0')));
    }

    Question askTopic(Step.AskTopic step, Visit visit) {
        var options = new ArrayList<Option>();
        shuffled(step.all() ? RARER : COMMON, visit.resident().seed()).stream()
                .filter(topic -> !step.second() || !visit.draft().topic().equals(Optional.of(topic)))
                .forEach(topic -> options.add(topic(visit, topic)));
        options.add(step.all() ? topic(visit, Topic.KHAC) : voice.option(visit, "all", "topic.more"));
        if (step.second()) {
            options.add(voice.option(visit, "none", "topic.no-second"));
        }
        return Question.of(voice.say(visit, step.second() ? "topic.ask-second" : "topic.ask"),
                inPairs(options));
    }

    private Option topic(Visit visit, Topic topic) {
        return voice.option(visit, "t:" + topic.code(), "topic." + topic.code());
    }

    private static List<Topic> shuffled(List<Topic> topics, long seed) {
        var order = new ArrayList<>(topics);
        var chance = new SplittableRandom(seed);
        for (int i = order.size() - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            order.set(i, order.set(other, order.get(i)));
        }
        return order;
    }

    static List<List<Option>> inPairs(List<Option> options) {
        var rows = new ArrayList<List<Option>>();
        for (int i = 0; i < options.size(); i += 2) {
            rows.add(options.subList(i, Math.min(i + 2, options.size())));
        }
        return rows;
    }

    Turn chooseTopic(Step.AskTopic step, String verb, Visit visit) {
        return switch (verb) {
            case "all" -> visit.to(new Step.AskTopic(true, step.second()));
            case "none" -> Path.onward(visit, visit.draft().withSecond(Optional.empty()));
            default -> {
                var topic = Topic.of(verb.substring(2)).orElse(Topic.KHAC);
                var draft = visit.draft();
                yield Path.onward(visit,
                        step.second() ? draft.withSecond(Optional.of(topic)) : draft.with(topic));
            }
        };
    }

    /// Words instead of a tap: a whole sentence is part of the opinion, a word or two nobody understood.
    Turn hear(Said said, Visit visit, String again) {
        return said.words() < 3
                ? Misses.count(visit, voice, again)
                : Path.onward(visit, said.addedTo(visit.draft()));
    }
}
