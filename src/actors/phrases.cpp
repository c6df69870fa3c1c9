// A phrase is read from left to right: determiner, modifiers, countries, bodies and roles in any order, then a name,
// a bracket, a complement. The words decide; the tree is only asked which word modifies which.
#include "actors/phrases.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace readout::actors {

namespace {

constexpr TokenId longest_phrase = 16;
constexpr int most_modifiers = 5;

class PhraseReader {
 public:
  PhraseReader(const Scene& scene, Hits hits) : scene_(scene) { out_.hits = std::move(hits); }

  Phrases read() {
    for (std::uint32_t s = 0; s < scene_.tokens.sentences.size(); ++s) {
      if (scene_.coded[s]) {
        read_sentence(scene_.tokens.sentences[s]);
      }
    }
    return std::move(out_);
  }

 private:
  void read_sentence(const Sentence& sentence) {
    std::uint32_t previous = no_phrase;  // the phrase that ends where we are
    for (TokenId t = sentence.first; t < sentence.last;) {
      std::uint32_t owner = no_phrase;
      TokenId from = t;
      if (previous != no_phrase && scene_.is_possessive(t)) {
        owner = previous;
        from = t + 1;
      } else if (is_pointing_pronoun(scene_, t)) {
        const std::uint32_t pronoun = add_pronoun(t);
        owner = scene_.is_one_of(t, {"his", "her", "its", "their", "whose"}) ? pronoun : no_phrase;
        from = t + 1;
      }
      previous = no_phrase;
      std::uint32_t found = owner == no_phrase ? read_definite(from, sentence.last) : no_phrase;
      if (found == no_phrase && from < sentence.last) {
        found = read_phrase(from, sentence.last, owner);
      }
      if (found == no_phrase) {
        t = std::max(from, t + 1);
        continue;
      }
      t = finish(found, sentence.last);
      previous = found;
    }
  }

  std::uint32_t add_pronoun(TokenId t) {
    Phrase pronoun;
    pronoun.kind = PhraseKind::pronoun;
    pronoun.whole = {t, t + 1};
    return add(std::move(pronoun));
  }

  // "the two leaders", "both countries", "each side", "the nation"; "the leaders of France" is a role of its own.
  std::uint32_t read_definite(TokenId t, TokenId end) {
    TokenId at = t;
    const bool the = at < end && scene_.is_one_of(at, {"the", "both", "each"});
    const bool both = the && !scene_.is(at, "the");
    at += the ? 1 : 0;
    const bool two = at < end && scene_.is(at, "two");
    at += two ? 1 : 0;
    const Pointing pointing = at < end ? pointing_noun(scene_, at) : Pointing::nothing;
    const bool alone = pointing == Pointing::one_state ? the && !two && !both : the || two;
    if (pointing == Pointing::nothing || !alone || (at + 1 < end && scene_.is_one_of(at + 1, {"of", "-"}))) {
      return no_phrase;
    }
    Phrase p;
    p.kind = PhraseKind::definite;
    p.whole = {t, at + 1};
    p.det = the ? t : no_token;
    p.definite = true;
    return add(std::move(p));
  }

  std::uint32_t add(Phrase phrase) {
    out_.all.push_back(std::move(phrase));
    return static_cast<std::uint32_t>(out_.all.size() - 1);
  }

  // What stands behind a phrase and belongs to it: complements and appositions. Returns where to go on.
  TokenId finish(std::uint32_t index, TokenId end) {
    read_complement(index, end);
    const TokenId last = out_.all[index].whole.last;
    const TokenId after = read_apposition(index, last, end);
    return std::max({after, last, resume_});
  }

  // --- one phrase

  std::uint32_t read_phrase(TokenId t, TokenId end, std::uint32_t owner) {
    const bool owned = owner != no_phrase && out_.all[owner].kind != PhraseKind::pronoun;
    Phrase p;
    p.whole = {t, t};
    TokenId at = owned ? t : read_determiner(t, end, p);
    if (owner != no_phrase) {
      p.definite = true;
    }
    read_words(at, std::min(end, t + longest_phrase), p);
    return settle(std::move(p), owner);
  }

  TokenId read_determiner(TokenId t, TokenId end, Phrase& p) {
    if (scene_.is_one_of(t, {"the", "this", "these", "those", "both"})) {
      p.definite = true;
    } else if (scene_.is_one_of(t, {"a", "an", "another"})) {
      p.indefinite = true;
    } else if (scene_.is_one_of(
                   t, {"some", "several", "many", "most", "few", "other", "all", "no", "any", "each", "every"})) {
      p.quantified = true;
    } else {
      return t;
    }
    p.det = t;
    return t + 1 < end ? t + 1 : t;
  }

  // The body of the phrase; sets p.whole.last behind the last word that counts.
  void read_words(TokenId at, TokenId end, Phrase& p) {
    int modifiers = 0;
    while (at < end) {
      const Hit* hit = out_.hits.beginning_at(at);
      if (hit != nullptr && take_hit(*hit, end, p)) {
        p.whole.last = std::max(p.whole.last, hit->last);
        at = p.whole.last;
        if (p.kind == PhraseKind::person && !p.name.empty()) {
          return;
        }
        at = after_possessive(at, end, p);
        continue;
      }
      if (take_honorific(at, p)) {
        ++at;
        continue;
      }
      if (const TokenId joined = join(at, end, p); joined != at) {
        at = joined;
        continue;
      }
      if (const Stretch run = unknown_name_at(scene_, out_.hits, at); !run.empty()) {
        if (take_run(run, end, p)) {
          return;
        }
        if (!p.unit_run.empty() && p.unit_run.first == run.first) {
          at = run.last;
          continue;
        }
        return;
      }
      if (modifiers == most_modifiers || !is_modifier(at, end, p)) {
        return;
      }
      p.former = p.former || scene_.is_one_of(at, {"former", "ex", "onetime", "ousted", "deposed"});
      p.quantified = p.quantified || (scene_.syntax.upos[at] == Upos::num && p.det == no_token);
      ++modifiers;
      ++at;
    }
  }

  // A match of the tables; false when it cannot stand here.
  bool take_hit(const Hit& hit, TokenId end, Phrase& p) {
    const auto index = out_.hits.at[hit.first];
    if (hit.can_be(use_any_role) && role_fits(hit, end, p)) {
      if (p.role != no_hit) {
        p.outer_role = p.role;
      }
      p.role = index;
      p.kind = PhraseKind::role;
      take_title_name(hit, end, p);
      take_extension(hit, end, p);
      return true;
    }
    if (hit.can_be(use_country) && p.role == no_hit && unknown_name_at(scene_, out_.hits, hit.first).empty()) {
      (is_backer(hit, end) ? p.asides : p.countries).push_back(index);
      return true;
    }
    if (hit.can_be(use_unit | use_unit_adjective) && p.role == no_hit && p.unit == no_hit &&
        (!hit.can_be(use_doubtful) || (supported(hit, p) && !is_firm_in_passing(hit))) && !is_place_here(hit)) {
      p.unit = index;
      p.kind = PhraseKind::unit;
      take_brackets(hit.last, p);
      return true;
    }
    const bool person =
        hit.can_be(use_person) && (!hit.can_be(use_doubtful) || scene_.syntax.upos[hit.first] == Upos::propn);
    if (person && (p.role != no_hit || p.honorific || p.whole.last == p.whole.first) && p.unit == no_hit) {
      return take_person(hit, index, p);
    }
    return false;
  }

  // "Department of Transportation", "Commission on Religious Freedom": a body's own name runs on.
  void take_extension(const Hit& hit, TokenId end, Phrase& p) {
    if (!hit.can_be(use_institution | use_roles) || !scene_.is_capitalised(hit.first) || hit.last + 1 >= end ||
        !scene_.is_one_of(hit.last, {"of", "for", "on"})) {
      return;
    }
    TokenId last = hit.last;
    for (int part = 0; part < 3 && last + 1 < end; ++part) {
      const Stretch run = unknown_name_at(scene_, out_.hits, last + 1);
      const bool joined = part == 0 || scene_.is_one_of(last, {"and", ","});
      if (run.empty() || !joined) {
        break;
      }
      last = run.last;
    }
    if (last > hit.last) {
      p.extension = {hit.last, last};
      p.whole.last = last;
      take_brackets(last, p);
    }
  }

  bool take_person(const Hit& hit, std::uint32_t index, Phrase& p) {
    // "Donald Trump Jr.", "Xi Jinping Thought": a longer name is another one.
    const Stretch more = unknown_name_at(scene_, out_.hits, hit.last);
    p.kind = PhraseKind::person;
    p.name = {hit.first, hit.last};
    if (!more.empty() && scene_.syntax.relation[more.first] == Relation::flat &&
        scene_.casing_at(hit.first) == Casing::normal) {
      p.name.last = more.last;
      p.name_hit = is_fuller_name(hit, more) ? index : no_hit;
    } else {
      p.name_hit = index;
    }
    p.whole.last = p.name.last;
    take_brackets(p.name.last, p);
    return true;
  }

  // "Ricardo Rosselló Nevares" is Ricardo Rosselló with his mother's name; "Donald Trump Jr." is another man.
  [[nodiscard]] bool is_fuller_name(const Hit& hit, Stretch more) const {
    return hit.last - hit.first >= 2 && more.size() == 1 && scene_.is_tagged(hit.first, more.last, NameKind::person) &&
           !scene_.is_one_of(more.first, {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior", "senior"});
  }

  // "[President] Joe Biden": the name right behind a role.
  void take_title_name(const Hit& role, TokenId end, Phrase& p) {
    if (!role.can_be(use_role) || role.last >= end) {
      return;
    }
    const Hit* next = out_.hits.beginning_at(role.last);
    if (next != nullptr && next->can_be(use_person) && !next->can_be(use_any_role)) {
      take_person(*next, out_.hits.at[role.last], p);
      return;
    }
    const Stretch run = unknown_name_at(scene_, out_.hits, role.last);
    const Hit* behind = run.empty() ? nullptr : out_.hits.beginning_at(run.last);
    if (!run.empty() && (behind == nullptr || !behind->can_be(use_any_role))) {
      p.kind = PhraseKind::person;
      p.name = run;
      p.whole.last = run.last;
      take_brackets(run.last, p);
    }
  }

  // An unknown run: a name when it ends the phrase, a body when a role follows ("Apple chief executive").
  bool take_run(Stretch run, TokenId end, Phrase& p) {
    TokenId behind = run.last;
    for (int i = 0; i < 3 && behind < end && out_.hits.beginning_at(behind) == nullptr && is_modifier(behind, end, p);
         ++i) {
      ++behind;
    }
    const Hit* next = out_.hits.beginning_at(behind);
    const bool role_follows = next != nullptr && next->can_be(use_any_role) && role_fits(*next, end, p);
    if (role_follows && p.role == no_hit && p.unit_run.empty()) {
      p.unit_run = run;
      return false;
    }
    const bool bare = p.countries.empty() && p.unit == no_hit && p.role == no_hit;
    if (bare || p.honorific) {
      p.kind = PhraseKind::person;
      p.name = {run.first, p.honorific ? run.last : end_of_long_name(run, end)};
      p.whole.last = p.name.last;
      take_brackets(p.name.last, p);
    }
    return true;
  }

  // "Popular Front for Change (PFC)": the bracket shows that the name goes on.
  [[nodiscard]] TokenId end_of_long_name(Stretch run, TokenId end) const {
    TokenId at = run.last;
    for (int part = 0; part < 3 && at + 1 < end && scene_.is_one_of(at, {"of", "for", "and"}); ++part) {
      const TokenId next = scene_.is(at + 1, "the") ? at + 2 : at + 1;
      const Stretch more = next < end ? unknown_name_at(scene_, out_.hits, next) : Stretch{};
      if (more.empty()) {
        break;
      }
      at = more.last;
    }
    const bool bracket = at + 2 < end && scene_.is_open_bracket(at) && scene_.is_close_bracket(at + 2) &&
                         shape_of(scene_.word(at + 1)) == Shape::caps &&
                         scene_.word(at + 1).front() == scene_.word(run.first).front();
    return bracket ? at : run.last;
  }

  bool take_honorific(TokenId at, Phrase& p) {
    const bool man = scene_.is_one_of(at, {"mr", "mr.", "sir", "lord"});
    const bool woman = scene_.is_one_of(at, {"ms", "ms.", "mrs", "mrs.", "miss", "lady", "dame"});
    if ((!man && !woman && !scene_.is_one_of(at, {"dr", "dr.", "prof", "prof."})) || !scene_.is_capitalised(at)) {
      return false;
    }
    p.honorific = true;
    p.gender = man ? 'm' : woman ? 'f' : p.gender;
    return true;
  }

  // "US and Chinese", "US-China": the next country of a list; `at` when there is none.
  TokenId join(TokenId at, TokenId end, const Phrase& p) const {
    const bool joint = scene_.is_one_of(at, {"and", "or", ",", "/"}) || scene_.is_hyphen(at);
    if (!joint || p.countries.empty() || p.unit != no_hit || p.role != no_hit || at + 1 >= end) {
      return at;
    }
    const Hit* next = out_.hits.beginning_at(at + 1);
    if (next == nullptr || !next->can_be(use_country)) {
      return at;
    }
    // "Danish, German and French officials", but "trade with Iran, German firms".
    const bool list = scene_.word(at) != "," || (next->last < end && scene_.is_one_of(next->last, {"and", "or", ","}));
    return list ? at + 1 : at;
  }

  // "Turkey's President": the possessive inside a phrase, when the phrase goes on.
  TokenId after_possessive(TokenId at, TokenId end, const Phrase& p) const {
    const bool owner = p.role == no_hit && (!p.countries.empty() || p.unit != no_hit);
    return owner && p.unit == no_hit && at < end && scene_.is_possessive(at) ? at + 1 : at;
  }

  void take_brackets(TokenId at, Phrase& p) {
    const TokenId end = at < scene_.tokens.size() ? std::min(scene_.sentence_end(p.whole.first), at + 12) : at;
    if (at + 2 >= end || !scene_.is_open_bracket(at)) {
      return;
    }
    TokenId close = at + 1;
    while (close < end && !scene_.is_close_bracket(close)) {
      ++close;
    }
    if (close >= end || close == at + 1) {
      return;
    }
    TokenId first = at + 1;
    for (TokenId t = first; t < close; ++t) {
      first = scene_.word(t) == ":" ? t + 1 : first;  // "(Chinese: 習近平)"
    }
    if (first < close && is_native_script(scene_.text(first, close))) {
      p.native = {first, close};
      p.whole.last = close + 1;
    } else if (close == at + 2 && shape_of(scene_.word(at + 1)) == Shape::caps && scene_.word(at + 1).size() >= 2) {
      p.acronym = {at + 1, close};
      p.whole.last = close + 1;
    }
  }

  // --- judgements

  // "Iran-backed", "Russian-installed": named, but not whose the backed ones are. "US-led", "London-based" tell whose.
  [[nodiscard]] bool is_backer(const Hit& hit, TokenId end) const {
    return hit.last + 1 < end && scene_.is_hyphen(hit.last) &&
           scene_.is_one_of(hit.last + 1,
                            {"backed",    "installed", "appointed", "trained",  "funded",   "financed", "sponsored",
                             "supported", "aligned",   "allied",    "brokered", "mediated", "made",     "born",
                             "supplied",  "armed",     "imposed",   "held",     "occupied", "speaking", "linked"});
  }

  [[nodiscard]] bool is_firm(const Hit& hit) const {
    for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
      const EntryId entry = scene_.knowledge.facts[out_.hits.readings[r].fact].entry;
      if (scene_.knowledge.entries[entry].kind != EntryKind::organization ||
          scene_.knowledge.value(entry, Attribute::kind, {}) != "company") {
        return false;
      }
    }
    return true;
  }

  // "Amazon rainforest", "Apple pie": a doubtful firm before a noun is one only where the noun is somebody.
  [[nodiscard]] bool is_firm_in_passing(const Hit& hit) const {
    const Hit* next = out_.hits.beginning_at(hit.last);
    return is_firm(hit) && scene_.is_modifier(hit.last - 1) && (next == nullptr || !next->can_be(use_any_role));
  }

  // The Amazon is a river where the model says so.
  [[nodiscard]] bool is_place_here(const Hit& hit) const {
    return scene_.is_tagged(hit.first, hit.last, NameKind::place) && is_firm(hit);
  }

  // A doubtful word counts when a country, a body, a role or an act of speech stands by it.
  [[nodiscard]] bool supported(const Hit& hit, const Phrase& p) const {
    const readout::Name* tagged = scene_.tagged(hit.first);
    if (tagged != nullptr && tagged->first == hit.first && tagged->last == hit.last &&
        tagged->kind == NameKind::organization && hit.can_be(use_unit)) {
      return true;
    }
    if (!p.countries.empty() || scene_.speaks(hit.last - 1) || scene_.speaks(hit.first)) {
      return true;
    }
    const TokenId begin = scene_.sentence_begin(hit.first);
    const bool name_before =
        hit.first > begin && scene_.is_capitalised(hit.first - 1) && scene_.syntax.upos[hit.first - 1] == Upos::propn;
    const bool goes_on =
        hit.last < scene_.sentence_end(hit.first) &&
        (scene_.is(hit.last, "of") || (scene_.is_capitalised(hit.last) && scene_.syntax.upos[hit.last] == Upos::propn));
    return p.det != no_token && p.definite && !name_before && !goes_on &&
           scene_.syntax.upos[hit.first] == Upos::propn && !is_firm(hit);
  }

  [[nodiscard]] bool role_fits(const Hit& hit, TokenId end, const Phrase& p) const {
    const TokenId last = hit.last - 1;
    const bool after_noun =  // "attorney general"
        scene_.syntax.upos[last] == Upos::adj && hit.first < last && !scene_.is_modifier(last);
    const bool nominal =
        scene_.syntax.upos[last] == Upos::noun || scene_.syntax.upos[last] == Upos::propn || after_noun;
    const bool names_next = hit.last < end && hit.can_be(use_role) && starts_name(hit.last) &&
                            (scene_.is_capitalised(hit.first) || scene_.syntax.upos[last] != Upos::verb);
    const bool role_next = hit.last < end && out_.hits.beginning_at(hit.last) != nullptr &&
                           out_.hits.beginning_at(hit.last)->can_be(use_any_role);
    if (names_next) {
      return true;
    }
    if (hit.last < end && scene_.is_hyphen(hit.last)) {
      return false;  // "state-owned"
    }
    if (!nominal || (scene_.is_modifier(last) && !role_next && !hit.can_be(use_institution))) {
      return false;
    }
    if (!hit.can_be(use_doubtful) || role_next) {
      return true;
    }
    const bool company = !p.countries.empty() || p.unit != no_hit || !p.unit_run.empty() || p.role != no_hit;
    if (hit.last < end && scene_.is_one_of(hit.last, {"of", "for"})) {
      return complement_follows(hit.last, end);
    }
    if (hit.can_be(use_institution)) {
      return company || scene_.speaks(last);
    }
    return company || p.definite || p.quantified || scene_.speaks(last);
  }

  [[nodiscard]] bool complement_follows(TokenId at, TokenId end) const {
    if (at + 1 >= end || !scene_.is_one_of(at, {"of", "for"})) {
      return false;
    }
    const TokenId next = scene_.is(at + 1, "the") && at + 2 < end ? at + 2 : at + 1;
    const Hit* hit = out_.hits.beginning_at(next);
    return hit != nullptr && hit->can_be(use_country | use_unit | use_institution);
  }

  [[nodiscard]] bool starts_name(TokenId t) const {
    const Hit* hit = out_.hits.beginning_at(t);
    return (hit != nullptr && hit->can_be(use_person)) || !unknown_name_at(scene_, out_.hits, t).empty();
  }

  [[nodiscard]] bool is_modifier(TokenId t, TokenId end, const Phrase& p) const {
    if (p.role != no_hit && out_.hits.beginning_at(t) == nullptr) {
      return false;  // a role ends the phrase unless a name or role follows at once
    }
    if (scene_.is_one_of(t, {"former", "ex", "acting", "interim", "deputy", "then", "senior", "top", "chief", "high",
                             "ranking", "level", "two"})) {
      return true;
    }
    if (scene_.is_one_of(t, {"least", "about", "around"})) {
      return false;  // "at least five people"
    }
    if (scene_.is_hyphen(t)) {
      return t + 1 < end && t > p.whole.first;
    }
    if (t + 2 < end && scene_.is_hyphen(t + 1) && scene_.is_modifier(t + 2)) {
      return true;  // "like-minded", "rebel-held"
    }
    switch (scene_.syntax.upos[t]) {
      case Upos::adj:
      case Upos::num:
        return true;
      case Upos::noun:
      case Upos::propn:
      case Upos::verb:
        return scene_.is_modifier(t);
      case Upos::adv:
        return t + 1 < end && (scene_.syntax.upos[t + 1] == Upos::adj || scene_.syntax.upos[t + 1] == Upos::verb);
      default:
        return false;
    }
  }

  // --- closing a phrase

  // Gives the phrase its kind and extent; a country list without a noun becomes one phrase a country.
  std::uint32_t settle(Phrase p, std::uint32_t owner) {
    if (p.whole.last == p.whole.first) {
      return no_phrase;
    }
    if (p.role == no_hit && p.unit == no_hit && p.name.empty()) {
      return settle_countries(p);
    }
    if (p.role == no_hit) {
      p.unit_run = {};
    }
    const bool bare_role = p.kind == PhraseKind::role;
    if (p.role == no_hit && !p.honorific) {
      p.whole.first = first_name_word(p);
    } else if (!bare_role && p.det != no_token) {
      p.whole.first = p.det + 1;
    }
    p.owner = owner;
    if (owner != no_phrase && p.name.empty()) {
      p.whole.first = out_.all[owner].whole.first;
    }
    return add(std::move(p));
  }

  [[nodiscard]] TokenId first_name_word(const Phrase& p) const {
    const TokenId own = p.unit != no_hit ? out_.hits.hits[p.unit].first : p.name.first;
    return p.countries.empty() || !p.name.empty() ? own : out_.hits.hits[p.countries.front()].first;
  }

  std::uint32_t settle_countries(const Phrase& p) {
    if (p.countries.empty() && p.asides.empty()) {
      return no_phrase;
    }
    const std::uint32_t index = p.countries.empty() ? p.asides.front() : p.countries.front();
    const Hit& hit = out_.hits.hits[index];
    Phrase one;
    one.kind = PhraseKind::country;
    one.whole = {hit.first, hit.last};
    one.det = p.det != no_token && p.det + 1 == hit.first ? p.det : no_token;
    one.definite = p.definite;
    one.indefinite = p.indefinite;
    one.countries = {index};
    return add(std::move(one));
  }

  // "of France", "for the foreign ministry", "to NATO".
  void read_complement(std::uint32_t index, TokenId end) {
    const bool role = out_.all[index].kind == PhraseKind::role;
    const TokenId at = role ? behind_subject(out_.all[index].whole.last, end) : out_.all[index].whole.last;
    const bool open_unit = out_.all[index].kind == PhraseKind::unit;
    if ((!role && !open_unit) || at + 1 >= end || depth_ >= 3) {
      return;
    }
    const TokenId noun = at - 1;
    const bool envoy =
        scene_.is_one_of(noun, {"ambassador", "envoy", "representative", "adviser", "advisor", "aide", "delegate",
                                "commissioner", "ambassadors", "advisers", "advisors", "aides"});
    const bool ours = scene_.is_one_of(at, {"of", "for"});
    const bool theirs = (scene_.is(at, "to") && envoy) || (role && scene_.is_one_of(at, {"at", "with", "from"}));
    const bool there = role && scene_.is(at, "in") && lives_where_it_stands(out_.all[index]);
    if (!ours && !theirs && !there) {
      return;
    }
    const std::uint32_t found = read_phrase(at + 1, end, no_phrase);
    if (found == no_phrase) {
      return;
    }
    ++depth_;
    finish(found, end);
    --depth_;
    const Phrase& inner = out_.all[found];
    const bool near = inner.whole.first <= at + 2;
    const bool fits = inner.kind == PhraseKind::country || inner.kind == PhraseKind::unit ||
                      inner.kind == PhraseKind::person ||
                      (inner.kind == PhraseKind::role && out_.hits.hits[inner.role].can_be(use_institution));
    if (!near || !fits || ((open_unit || there) && inner.kind != PhraseKind::country)) {
      resume_ = std::max(resume_, inner.whole.last);
      return;
    }
    Phrase& outer = out_.all[index];
    outer.complement = found;
    outer.accredited = scene_.is(at, "to");
    outer.whole.last = std::max(outer.whole.last, out_.all[found].whole.last);
    name_behind_complement(outer, end);
  }

  // "professor [of strategic studies] at the University of Oslo": what somebody teaches stands before where.
  [[nodiscard]] TokenId behind_subject(TokenId at, TokenId end) const {
    if (at >= end || !scene_.is_one_of(at, {"of", "in"})) {
      return at;
    }
    TokenId t = at + 1;
    while (t < end && t < at + 6 && out_.hits.at[t] == no_hit && !scene_.is_capitalised(t) &&
           (scene_.syntax.upos[t] == Upos::adj || scene_.syntax.upos[t] == Upos::noun || scene_.is(t, "and"))) {
      ++t;
    }
    return t > at + 1 && t < end && scene_.is(t, "at") ? t : at;
  }

  // "protesters in Hong Kong", "unions in Denmark" belong to the place; "troops in Syria" may be anybody's.
  [[nodiscard]] bool lives_where_it_stands(const Phrase& p) const {
    const Hit& hit = out_.hits.hits[p.role];
    if (!p.countries.empty() || p.unit != no_hit || !p.unit_run.empty() || p.owner != no_phrase) {
      return false;
    }
    for (std::uint32_t r = hit.first_reading; r < hit.last_reading; ++r) {
      const auto sector =
          scene_.knowledge.value(scene_.knowledge.facts[out_.hits.readings[r].fact].entry, Attribute::sector, {});
      const bool settled = sector == "CVL" || sector == "OPP" || sector == "LAB" || sector == "COP" ||
                           sector == "EDU" || sector == "HLH" || sector == "JUD" || sector == "AGR" ||
                           sector == "BUS" || sector == "CRM";
      if (settled) {
        return true;
      }
    }
    return false;
  }

  // "President of the United States Donald Trump".
  void name_behind_complement(Phrase& p, TokenId end) {
    const TokenId at = p.whole.last;
    if (p.kind != PhraseKind::role || at >= end || !out_.hits.hits[p.role].can_be(use_role)) {
      return;
    }
    if (const Hit* hit = out_.hits.beginning_at(at); hit != nullptr && hit->can_be(use_person)) {
      take_person(*hit, out_.hits.at[at], p);
      return;
    }
    if (const Stretch run = unknown_name_at(scene_, out_.hits, at); run.size() > 1) {
      p.kind = PhraseKind::person;
      p.name = run;
      p.whole.last = run.last;
      take_brackets(run.last, p);
    }
  }

  // NAME, ROLE, or ROLE, NAME, between commas.
  TokenId read_apposition(std::uint32_t index, TokenId last, TokenId end) {
    if (last + 1 >= end || scene_.word(last) != "," || out_.all[index].kind == PhraseKind::country) {
      return last;
    }
    const PhraseKind kind = out_.all[index].kind;
    const bool one_role = kind == PhraseKind::role && out_.hits.hits[out_.all[index].role].can_be(use_role) &&
                          !out_.all[index].quantified;
    if (kind != PhraseKind::person && !one_role) {
      return last;
    }
    const std::size_t before = out_.all.size();
    const TokenId resume = resume_;
    const std::uint32_t found = read_phrase(last + 1, end, no_phrase);
    if (found == no_phrase) {
      return last;
    }
    read_complement(found, end);
    const Phrase& second = out_.all[found];
    const bool closed = second.whole.last >= end || scene_.syntax.upos[second.whole.last] == Upos::punct ||
                        scene_.is(second.whole.last, "who");
    const bool role_of_name =
        kind == PhraseKind::person && second.kind == PhraseKind::role && out_.hits.hits[second.role].can_be(use_role);
    const bool name_of_role = one_role && second.kind == PhraseKind::person && second.role == no_hit;
    if (!closed || (!role_of_name && !name_of_role)) {
      out_.all.resize(before);  // read again as phrases of their own
      resume_ = resume;
      return last;
    }
    out_.all[found].same_as = index;
    return out_.all[found].whole.last;
  }

  const Scene& scene_;
  Phrases out_;
  TokenId resume_ = 0;  // words before it are already read
  int depth_ = 0;       // of complements within complements
};

}  // namespace

Phrases find_phrases(const Scene& scene, Hits hits) {
  return PhraseReader(scene, std::move(hits)).read();
}

}  // namespace readout::actors
