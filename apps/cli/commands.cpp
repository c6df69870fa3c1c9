#include "commands.hpp"

#include <algorithm>

namespace readout::cli {

namespace {

const Operand inputs{
    "INPUT",
    "a report, a file of reports, a folder, or - for standard input. Known forms: plain text (its first line may be "
    "\" date YYYY-MM-DD TITLE\"), JSON Lines and CSV with the fields date, title, text and optionally id, url, outlet, "
    "language. Folders are read with everything below them.",
    true,
    true,
    Completes::files,
    {}};

const Flag form{"--format",
                "FORM",
                "How the record is written. jsonl: one row of the record a line, for programs. text: a view for "
                "people. On a terminal the default is "
                "text, for a pipe or file it is jsonl.",
                {"jsonl", "text"},
                Completes::nothing,
                false};
const Flag all{"--all", "", "The text view lists all acts of a report, not only the first 20.", {}, Completes::nothing,
               false};
const Flag color{"--color",
                 "WHEN",
                 "Colours in the text view: auto (only on a terminal), always or never.",
                 {"auto", "always", "never"},
                 Completes::nothing,
                 false};
const Flag threads{"--threads",
                   "N",
                   "Read on so many threads; as many as the machine has cores when not given. The output is the same "
                   "for any number.",
                   {},
                   Completes::nothing,
                   true};
const Flag data{"--data", "DIR", "Take tables and model from DIR.", {}, Completes::folders, false};
const Flag with{
    "--with",
    "DIR",
    "Read your own knowledge too: tables in DIR/actors/, rules in DIR/acts/. A name or rule of yours takes the "
    "place of the one of Readout.",
    {},
    Completes::folders,
    false};
const Flag rules{"--rules", "FILE", "Read a rule file of your own too.", {}, Completes::files, false};
const Flag quiet{"--quiet",          "",   "No warnings, no progress, no summary; errors are still told.", {},
                 Completes::nothing, false};

// Of the commands that ask a store.
const Flag store{"--store", "FILE.db", "The store to ask, made by `readout read --into`.", {}, Completes::files, false};
const Flag since{"--since", "DAY", "Only what is of this day or later, as YYYY-MM-DD.", {}, Completes::nothing, false};
const Flag until{"--until", "DAY", "Only what is of this day or earlier.", {}, Completes::nothing, false};
const Flag answer_form{
    "--format",
    "FORM",
    "text: for people (the default). json: an array, an object a line. csv: a table with a header line.",
    {"text", "json", "csv"},
    Completes::nothing,
    false};
const Operand parties{
    "PARTY",
    "two parties: countries by their ISO 3166 code or name, organizations by their six letters (IGOUNO)",
    true,
    true,
    Completes::nothing,
    {}};

std::vector<Command> make_commands() {
  return {
      {"read",
       "read reports and print or store their record",
       {"Reads each report and gives its record: who engaged whom, how, when, and by whose account. Every field points "
        "to the words that it comes from, as a byte range in the report.",
        "An input that cannot be read is named on standard error with the reason; the others go on. Ctrl-C finishes "
        "the "
        "reports under way, keeps what was stored and ends; a second Ctrl-C ends at once."},
       {inputs},
       {form,
        {"--into",
         "FILE.db",
         "Store the record in a SQLite file, made when missing. A report that is there already is "
         "replaced. Without --format only a summary is printed.",
         {},
         Completes::files,
         false},
        with,
        rules,
        threads,
        all,
        color,
        data,
        quiet},
       {{"readout read examples/", "show the record of the bundled example reports"},
        {"readout read --format jsonl news.csv > record.jsonl",
         "all rows of a table of reports, one JSON object a line"},
        {"readout read --with own news.csv", "read with your own actors and rules"},
        {"readout read --into record.db news/ late.jsonl", "keep the record of a folder and a file in one store"},
        {"cat report.txt | readout read -", "read one report from standard input"}},
       run_read},
      {"show",
       "show the record kept in a store",
       {"Prints what `readout read --into FILE.db` has kept, in the order in which it was kept. The store is not "
        "changed."},
       {{"FILE.db", "a store made by `readout read --into`", true, false, Completes::files, {}}},
       {form, all, color},
       {{"readout show record.db", "the view for people"},
        {"readout show --format jsonl record.db", "the same rows that read printed"}},
       run_show},
      {"search",
       "find words in the reports and statements of a store",
       {"All words must be there. Words in quotation marks stand together; sanct* is a beginning. Marks need no care: "
        "U.S. and US-China are searched for as they stand.",
        "First statements, then reports, the best matches first."},
       {{"WORD", "what to look for", true, true, Completes::nothing, {}}},
       {store,
        {"--most", "N", "At most so many of each; 20 when not given, 0 for all.", {}, Completes::nothing, false},
        since,
        until,
        answer_form,
        color},
       {{"readout search --store record.db U.S. sanctions", "all words, wherever they stand"},
        {"readout search --store record.db '\"nuclear deal\"'", "the two words together"}},
       run_search},
      {"timeline",
       "list what two parties did and said toward each other",
       {"Acts between the two, and statements of the one to or about the other, day by day, each with its sentence, "
        "its "
        "account and its report."},
       {parties},
       {store,
        {"--issue",
         "ISSUE",
         "Only what is about this issue: its id, or a word that the sentence has.",
         {},
         Completes::nothing,
         false},
        since,
        until,
        answer_form,
        color},
       {{"readout timeline USA CHN --store record.db", "all that the store has of the two"},
        {"readout timeline USA CHN --store record.db --issue trade --since 2021-09-01", "one issue, from a day on"}},
       run_timeline},
      {"who",
       "tell what a store holds of one person or body",
       {"Offices, contacts, statements and other acts. The whole name is looked for first, then a last name, then any "
        "part of a name; who else is called so is told at the end."},
       {{"NAME", "the name, with or without quotation marks around it", true, true, Completes::nothing, {}}},
       {store, since, until, answer_form, color},
       {{"readout who \"Xi Jinping\" --store record.db", "one person"}},
       run_who},
      {"brief",
       "write a briefing on two parties",
       {"What happened between them, what is planned or denied, who said what by whose account, new positions, first "
        "contacts, contradictions between accounts, and what could not be read. Every line has its day, its sentence "
        "and "
        "its source. New and first mean: as far as the store goes back."},
       {parties},
       {store,
        since,
        until,
        {"--format",
         "FORM",
         "text: for people (the default). markdown and html: a page to hand on. json: an array, an object a line. csv: "
         "a "
         "table with a header line.",
         {"text", "markdown", "html", "json", "csv"},
         Completes::nothing,
         false},
        color},
       {{"readout brief USA CHN --store record.db --since 2021-09-01", "what is new since a day"},
        {"readout brief USA CHN --store record.db --format html > brief.html", "a page with links to the sources"}},
       run_brief},
      {"panel",
       "count events by pair of parties and month",
       {"One row for each ordered pair of different parties and each month from the first report to the last, zeros "
        "where nothing happened. What is planned, asked for or denied is not counted."},
       {},
       {store,
        {"--by", "UNIT", "What a row is; dyad-month is the only unit.", {"dyad-month"}, Completes::nothing, false},
        since,
        until,
        answer_form},
       {{"readout panel --store record.db --by dyad-month --format csv > panel.csv", "a table for statistics"}},
       run_panel},
      {"parse",
       "print the grammar beneath: tokens, tags, dependency trees",
       {"Stops before actors and acts are looked for and prints the sentences as they were parsed. Each token keeps "
        "its "
        "byte range in the report.",
        "Every word of the text is parsed, also datelines, bylines and list marks, which read puts aside. With "
        "--pretokenized the inputs are CoNLL-U files: their sentences, tokens, comments, ids and multiword tokens are "
        "kept, and LEMMA, UPOS, XPOS, FEATS, HEAD and DEPREL are filled in, names in MISC."},
       {inputs},
       {{"--format",
         "FORM",
         "How the parse is written. conllu: ten columns a token, as Universal Dependencies has it (the default). tree: "
         "an "
         "indented tree for each sentence.",
         {"conllu", "tree"},
         Completes::nothing,
         false},
        {"--pretokenized",
         "",
         "The inputs are CoNLL-U files whose sentences and tokens are kept.",
         {},
         Completes::nothing,
         false},
        threads,
        color,
        data,
        quiet},
       {{"readout parse report.txt", "CoNLL-U of one report"},
        {"readout parse --format tree report.txt", "its trees, for the eye"},
        {"readout parse --pretokenized tokens.conllu", "tags and trees for tokens that are given"}},
       run_parse},
      {"actor",
       "tell whom a phrase means on a day",
       {"Resolves one phrase, as a report of that day would mean it, and names the rows of the tables that say so: "
        "\"French foreign minister\" is whoever held the office. In a pipe the answer is one JSON line with the keys "
        "of "
        "an actor row.",
        "Only what the tables and the words tell is told: what is not known stays open."},
       {{"PHRASE", "the words, with or without quotation marks around them", false, true, Completes::nothing, {}}},
       {{"--date", "DAY", "The day on which the phrase is said, as YYYY-MM-DD.", {}, Completes::nothing, false},
        {"--batch",
         "FILE",
         "A table with tabs between its columns; its first line names them, among them phrase and date. One JSON line "
         "for each row, in order.",
         {},
         Completes::files,
         false},
        form,
        with,
        data},
       {{"readout actor \"French Foreign Minister\" --date 2021-09-11", "the holder of the office on that day"},
        {"readout actor --batch phrases.tsv > answers.jsonl", "one answer for each line of a table"}},
       run_actor},
      {"compare",
       "lay the accounts of two parties side by side",
       {"Reads the reports and tells where two parties meet and where they clash, issue by issue, what both say and "
        "what "
        "only one says, each line with its words. What a party's media report counts as its account where nobody else "
        "of "
        "it speaks.",
        "Whether they converge is derived from where each of them stands: an issue that one holds against the other "
        "divides them; an offer of one alone is told as such."},
       {inputs},
       {{"--between",
         "A B",
         "The two parties: countries by ISO 3166 alpha-3 code, or bodies by CAMEO code (EUR, NATO, UNO).",
         {},
         Completes::nothing,
         false,
         true},
        {"--format",
         "FORM",
         "How it is written. text: for people, the default on a terminal. json: one object, the default elsewhere. "
         "html: a "
         "page of its own in two columns.",
         {"text", "json", "html"},
         Completes::nothing,
         false},
        threads,
        all,
        color,
        data,
        quiet},
       {{"readout compare examples/ --between USA CHN", "where the two stand in the bundled reports"},
        {"readout compare news.csv --between GBR EUR --format html > page.html", "a page to read or to send"}},
       run_compare},
      {"code",
       "give the PLOVER type of marked pairs of actors",
       {"For tables in which somebody marked the two sides: each line's sentence has <s>source</s> and <t>target</t>, "
        "and gets "
        "the type of what the one does to the other. Prints id, type, the chance of it, and the rule that told it too, "
        "with "
        "tabs between them.",
        "One of the two may be missing. A line without any mark is named on standard error and skipped."},
       {},
       {{"--pairs",
         "FILE",
         "A table with tabs between its columns; its first line names them, among them id and marked_sentence.",
         {},
         Completes::files,
         false},
        data},
       {{"readout code --pairs pairs.tsv > types.tsv", "one type for each line of a table"}},
       run_code},
      {"explain",
       "tell why an act is in the record",
       {"Shows for an act the words that tell it, the rule that took it as its file has it, which word led to which "
        "actor and the rows of the tables behind each, what decided its status and time, by whose account it is told, "
        "what its confidence is made of, and the tree of the sentence with all of these marked. For an act that only "
        "the second opinion tells, its chances stand in the place of the rule's lines.",
        "Without --act every act is explained. A rule printed with --format rules may go into a file of your own, be "
        "changed there and read with --rules, where it takes the place of the one of its name."},
       {inputs},
       {{"--act", "IDS", "The acts, by the ids that read prints: e1, or e1,e4,s2.", {}, Completes::nothing, false},
        {"--doc",
         "ID",
         "The report, where the input holds several: d2 for the second one, or its name.",
         {},
         Completes::nothing,
         false},
        {"--format",
         "FORM",
         "text: for people. jsonl: an act a line. rules: the lines of the rules alone. On a terminal the default is "
         "text, for a pipe or file it is jsonl.",
         {"jsonl", "text", "rules"},
         Completes::nothing,
         false},
        with,
        rules,
        color,
        data,
        quiet},
       {{"readout explain report.txt --act e1", "why e1 is what it is"},
        {"readout explain news.csv --doc d2 --act e1,s1", "two acts of the second report of a table"},
        {"readout explain report.txt --act e1 --format rules > mine.rules", "its rule, to be changed"}},
       run_explain},
      {"coverage",
       "list what the rules do not take",
       {"Lists the verbs and the nouns of acts that stand between two known actors, in the grammar of their sentence, "
        "and that no event and no statement rests on: most frequent first, with the rules that begin at the word but "
        "did not hold, and the first place as an example."},
       {inputs},
       {{"--top", "N", "So many words; 20 when not given.", {}, Completes::nothing, false},
        {"--all", "", "All words.", {}, Completes::nothing, false},
        {"--format",
         "FORM",
         "text: for people. jsonl: a word a line. On a terminal the default is text, for a pipe or file it is jsonl.",
         {"jsonl", "text"},
         Completes::nothing,
         false},
        with,
        rules,
        threads,
        color,
        data,
        quiet},
       {{"readout coverage news.csv", "the twenty words that are missed most"},
        {"readout coverage --all --format jsonl news/ > missed.jsonl", "all of them, for a program"}},
       run_coverage},
      {"actors",
       "bring your own actors, and find those that are missing",
       {"import reads an actor dictionary in the form of TABARI, PETRARCH and Phoenix, or a table with the columns "
        "name and "
        "code and perhaps from and to, and adds its actors to the tables in DIR/actors/, where --with DIR finds them. "
        "Each "
        "line that is not understood is named on standard error with what to do; the others are taken.",
        "unknown lists the persons and bodies that reports name and no table knows, those of most reports first, with "
        "what "
        "the reports say of them and a sentence. Its inputs are stores made by read --into, reports, or both. With "
        "--table "
        "it prints rows for a table of your own."},
       {{"VERB", "import or unknown", true, false, Completes::nothing, {"import", "unknown"}},
        {"FILE", "import: one dictionary; unknown: stores and reports", true, true, Completes::files, {}}},
       {{"--to", "DIR", "The folder of your own tables, for import.", {}, Completes::folders, false},
        {"--table", "", "Print rows for the tables, for unknown.", {}, Completes::nothing, false},
        form,
        with,
        threads,
        data,
        quiet},
       {{"readout actors import Phoenix.agents.txt --to own", "make tables of a dictionary"},
        {"readout actors unknown record.db", "who is missing in the tables"},
        {"readout actors unknown --table news.csv", "rows to fill in and keep"}},
       run_actors},
      {"lint",
       "check the tables and rules that Readout reads by",
       {"Reads every table and rule under DIR and tells what is wrong with each, by file and line: duplicates, "
        "conflicts, "
        "unknown codes, rules that miss a sentence they must hit. Without DIR the tables in use are checked."},
       {{"DIR", "a folder of tables, as data/ in the source tree", false, false, Completes::folders, {}}},
       {{"--with",
         "DIR",
         "Check your own tables and rules, read together with those of Readout, and only yours.",
         {},
         Completes::folders,
         false}},
       {{"readout lint --with own", "check your own tables and rules"},
        {"readout lint", "check the tables in use"},
        {"readout lint data", "check a folder before using it"}},
       run_lint},
      {"compile",
       "make the tables load quicker",
       {"Writes the tables of actors under DIR in the form in which they load quickest, to DIR/actors.compiled. The "
        "build does so for what ships. Whenever the tables have changed since, they are read instead."},
       {{"DIR", "a folder of tables, as data/ in the source tree", false, false, Completes::folders, {}}},
       {{"--output", "FILE", "Write to FILE.", {}, Completes::files, false}},
       {{"readout compile data", "after a change of the tables"}},
       run_compile},
      {"help",
       "explain a command",
       {"Prints what `readout COMMAND --help` prints; without COMMAND, the list of commands."},
       {{"COMMAND",
         "a command of Readout",
         false,
         false,
         Completes::nothing,
         {"read", "show", "search", "timeline", "who", "brief", "panel", "parse", "actor", "actors", "code", "compare",
          "explain", "coverage", "lint", "compile"}}},
       {},
       {{"readout help read", "all about reading reports"}},
       run_help},
      {"man",
       "print the manual page",
       {"Prints the manual page in the form that man reads."},
       {},
       {},
       {{"readout man | man -l -", "read the manual where it is not installed"}},
       run_man,
       true},
      {"completions",
       "print completions for a shell",
       {"Prints a script that teaches the shell Readout's commands and flags."},
       {{"SHELL", "bash, zsh or fish", true, false, Completes::nothing, {"bash", "zsh", "fish"}}},
       {},
       {{"source <(readout completions bash)", "for this bash session"},
        {"readout completions fish > ~/.config/fish/completions/readout.fish", "for fish, from now on"}},
       run_completions,
       true},
  };
}

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> table = make_commands();
  return table;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

std::span<const Named> exit_codes() {
  static constexpr Named table[] = {
      {"0", "done"},
      {"1", "failed; the reason is on standard error"},
      {"2", "wrong usage"},
      {"3", "done, but inputs were skipped, each named on standard error"},
      {"130, 143", "ended by Ctrl-C or a termination signal; what was stored is complete"},
  };
  return table;
}

std::span<const Named> environment() {
  static constexpr Named table[] = {
      {"READOUT_DATA", "folder of tables and model; --data goes before it"},
      {"READOUT_STORE", "the store to ask; --store goes before it"},
      {"NO_COLOR", "no colours, unless --color always"},
      {"CLICOLOR_FORCE", "colours in pipes too, unless --color never"},
      {"COLUMNS", "width of the text view where there is no terminal to ask"},
  };
  return table;
}

std::string_view purpose() {
  return "Reads dated news reports and keeps the diplomatic record: who engaged whom, how, and by whose account.";
}

}  // namespace readout::cli
