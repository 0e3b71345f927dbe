// The exchange of the open tenant: set up, tested, gone on with.
#include "portal/exchange.hpp"

#include "portal/state.hpp"

#include <algorithm>
#include <utility>

namespace keyrack::portal {

namespace {

std::string memory_key(std::string_view slug)
{
    return "backend:" + std::string { slug };
}

} // namespace

BackendSpec Portal::State::remembered_backend(std::string_view slug) const
{
    auto const found =
        std::ranges::find(environment.backends, slug, [](auto const& each) -> std::string_view { return each.first; });
    return found == environment.backends.end() ? BackendSpec {} : backend_from_text(found->second);
}

void Portal::State::begin_exchange()
{
    exchanging = { .spec = remembered_backend(session->slug()), .findings = {}, .online = exchanging.online };
    if (exchanging.spec.kind != BackendKind::none) effects.push_back(UseBackend { session->slug(), exchanging.spec });
}

// Whether what is written on the form will do; where not, it says what is missing.
bool Portal::State::form_will_do(BackendSpec const& written)
{
    form.of = exchange_form;
    form.tried = true;
    return missing_fields(written).empty();
}

void Portal::State::save_backend()
{
    auto const written = written_backend(form, exchanging.spec);
    if (!form_will_do(written)) return;
    auto const& slug = session->slug();
    std::erase_if(environment.backends, [&](auto const& each) { return each.first == slug; });
    auto const text = written.kind == BackendKind::none ? std::string {} : to_text(written);
    if (!text.empty()) environment.backends.emplace_back(slug, text);
    effects.push_back(Remember { memory_key(slug), text });
    effects.push_back(UseBackend { slug, written });
    exchanging.spec = written;
    form = {};
    say(Tone::neutral, std::string { words("exchange.saved") });
}

void Portal::State::test_backend()
{
    auto const written = written_backend(form, exchanging.spec);
    if (!form_will_do(written) || written.kind == BackendKind::none) return;
    exchanging.testing = true;
    exchanging.findings.clear();
    effects.push_back(TestBackend { session->slug(), written });
}

void Portal::State::backend_tested(std::string_view slug, std::vector<BackendFinding> findings)
{
    if (!session || session->slug() != slug || !exchanging.testing) return;
    exchanging.testing = false;
    exchanging.findings = std::move(findings);
    stale = true;
}

void Portal::State::answered(std::string_view slug, sync::Answer const&)
{
    if (!session || session->slug() != slug) return;
    stale = true;
}

void Portal::State::online(bool is_online)
{
    exchanging.online = is_online;
    stale = true;
}

void Portal::State::run_on_exchange(std::string_view action)
{
    if (action == "save") return save_backend();
    if (action == "test") return test_backend();
}

} // namespace keyrack::portal
