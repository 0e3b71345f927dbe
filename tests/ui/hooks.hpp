#pragma once
// Promise: the ids of the items that ImGui was told of while it lives; silent in builds without ImGui's hooks.

#include "ui/kit/input.hpp"

#include <vector>

namespace keyrack::ui::kit_test {

class ItemListener
{
public:
    ItemListener();
    ~ItemListener();
    ItemListener(ItemListener const&) = delete;
    ItemListener& operator=(ItemListener const&) = delete;
    [[nodiscard]] std::vector<Id> const& ids() const { return m_ids; }

private:
    std::vector<Id> m_ids;
};

} // namespace keyrack::ui::kit_test
