package main

import (
	"slices"
	"sync"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// formTheme uses the terminal's own colours, which fit every background.
func formTheme() huh.Theme {
	styles := sync.OnceValue(formStyles) // a form asks for it all the time
	return huh.ThemeFunc(func(bool) *huh.Styles { return styles() })
}

func formStyles() *huh.Styles {
	t := huh.ThemeBase(true)
	t.FieldSeparator = lipgloss.NewStyle()
	t.Group.Title = t.Group.Title.Bold(true).Underline(true).MarginBottom(1)
	t.Focused.Title = t.Focused.Title.Bold(true)
	t.Focused.Base = t.Focused.Base.BorderForeground(lipgloss.Color("6"))
	t.Focused.SelectSelector = t.Focused.SelectSelector.Foreground(lipgloss.Color("6"))
	t.Focused.SelectedOption = t.Focused.SelectedOption.Bold(true)
	t.Focused.MultiSelectSelector = t.Focused.MultiSelectSelector.Foreground(lipgloss.Color("6"))
	t.Focused.ErrorIndicator = t.Focused.ErrorIndicator.Foreground(lipgloss.Color("1"))
	t.Focused.ErrorMessage = lipgloss.NewStyle().Foreground(lipgloss.Color("1"))
	t.Blurred.Title = t.Blurred.Title.Faint(true)
	t.Blurred.Description = t.Blurred.Description.Faint(true)
	t.Blurred.SelectSelector = lipgloss.NewStyle().SetString("• ")
	return t
}

func formKeys() *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	k.Select.Filter, k.MultiSelect.Filter = key.NewBinding(), key.NewBinding() // no list is so long
	k.MultiSelect.SelectAll, k.MultiSelect.SelectNone = key.NewBinding(), key.NewBinding()
	k.MultiSelect.Toggle.SetHelp("space", "choose")
	return k
}

// leaves reports whether a key leaves a question.
func leaves(press tea.KeyPressMsg) bool {
	return slices.Contains([]string{"enter", "tab", "shift+tab"}, press.String())
}

// goesBack reports whether a key goes back.
func goesBack(press tea.KeyPressMsg) bool { return press.String() == "shift+tab" }
