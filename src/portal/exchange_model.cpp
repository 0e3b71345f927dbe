#include "portal/exchange.hpp"

namespace keyrack::portal {

namespace {

FindingLine finding_line(Words const& words, BackendFinding const& finding)
{
    auto const key = "exchange.finding." + finding.what;
    auto const outcome = key + (finding.good ? ".good" : ".bad");
    return { .mark = finding.good ? Mark::yes : Mark::no,
        .text = std::string { words.knows(outcome) ? words(outcome) : std::string_view { finding.what } },
        .second = finding.detail };
}

ExchangeAction action(Words const& words, std::string_view run)
{
    return { std::string { run }, std::string { words("exchange.action." + std::string { run }) } };
}

} // namespace

ExchangeModel exchange_model(Scene const& scene, Exchanging const& exchanging)
{
    auto const& words = scene.words;
    ScreenForm const no_form;
    auto const& form = scene.form ? *scene.form : no_form;
    auto const written = written_backend(form, exchanging.spec);
    ExchangeModel model;
    model.state = words("exchange.state.none");
    model.fields = exchange_fields(words, form, exchanging.spec);
    if (written.kind != BackendKind::none) {
        model.help = words("exchange.help." + std::string { name_of(written.kind) });
        model.test = action(words, "test");
    }
    if (written != exchanging.spec) model.save = action(words, "save");
    model.testing = exchanging.testing;
    for (auto const& finding : exchanging.findings) model.findings.push_back(finding_line(words, finding));
    return model;
}

} // namespace keyrack::portal
