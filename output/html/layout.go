// Code generated from templates/html by go test -update; DO NOT EDIT.

package html

import (
	"html/template"

	"runbook/generator"
)

func (w *writer) layPage(d *page) {
	w.layHead(d)
	if d.Sheet != nil {
		w.laySheet(d)
	} else {
		w.layCover(d)
		w.layToc(d)
		w.raw("\n<main id=\"main\">\n")
		w.layDecisions(d)
		w.layControl(d)
		w.layWarnings(d)
		w.layProgress(d)
		w.layInitials(d)
		w.layRoles(d)
		w.layNames(d)
		for i1 := range d.Chapters {
			d2 := &d.Chapters[i1]
			w.layPhase(d2)
		}
		for i3 := range d.Lookup {
			d4 := &d.Lookup[i3]
			w.layReference(d4)
		}
		w.layDeviations(d)
		w.layOmissions(d)
		w.layTerms(d)
		w.laySignOff(d)
		w.raw("\n</main>\n<footer class=\"end\">End of the runbook</footer>\n</body>\n</html>\n")
	}
}

func (w *writer) layHead(d *page) {
	w.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
	if d.Sheet != nil {
		w.text(d.Heading)
		w.raw(" · ")
	}
	w.text(d.Title)
	w.raw("</title>\n<style>\n")
	w.raw(string(d.CSS))
	w.raw("</style>\n</head>\n")
}

func (w *writer) laySheet(d *page) {
	w.raw("\n<body class=\"sheet\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"cover\">\n")
	w.layMasthead(d)
	w.raw("\n<h1>")
	w.text(d.Heading)
	w.raw("</h1>\n<p class=\"issue\"><bdi>")
	w.text(d.Title)
	w.raw("</bdi>")
	if d5 := d.Document.Revision; d5 != "" {
		w.raw(" · Revision <bdi>")
		w.text(d5)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Date)
	if d6 := d.Document.Change; d6 != "" {
		w.raw(" · Change <bdi>")
		w.text(d6)
		w.raw("</bdi>")
	}
	w.raw("</p>\n")
	if d7 := d.Sheet; d7 != nil {
		w.raw("\n<div class=\"who\">")
		if d8 := d7.Summary; d8 != "" {
			w.raw("<div>")
			w.raw(string(d8))
			w.raw("</div>")
		}
		w.layContacts(d7.People)
		if d9 := d7.StandIn; d9 != "" {
			w.raw("<p class=\"stand-in\">The people of the role ")
			w.text(d9)
			w.raw(" stand in.</p>")
		}
		w.raw("</div>\n")
	}
	w.raw("\n")
	w.layGlance(d.Glance)
	w.raw("\n</header>\n<main id=\"main\">\n")
	if d10 := d.Banners; len(d10) > 0 {
		w.raw("<div class=\"banners\">")
		w.layBanners(d10)
		w.raw("</div>")
	}
	w.raw("\n")
	if d11 := d.Sheet.Sittings; len(d11) > 0 {
		w.raw("\n<section id=\"sittings\" aria-labelledby=\"sittings-title\">\n<h2 id=\"sittings-title\">When you are needed</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Sitting</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">What must be ready before</th></tr></thead>\n<tbody>\n")
		for i12 := range d11 {
			d13 := &d11[i12]
			w.raw("<tr><th scope=\"row\">")
			if d14 := d13.Planned; d14 != "" {
				w.text(d14)
			} else {
				w.number(next(i12))
			}
			w.raw("</th><td data-label=\"Items\">")
			w.layNumbers(d13.Items)
			w.raw("</td><td data-label=\"Hands-on\">")
			w.text(duration(d13.Minutes))
			w.raw("</td><td data-label=\"Ready before\">")
			for i15 := range d13.Ready {
				d16 := &d13.Ready[i15]
				if i15 != 0 {
					w.raw("; ")
				}
				w.text(d16.Number)
				w.raw(" ")
				w.text(d16.Title)
			}
			if len(d13.Ready) == 0 {
				w.raw("nothing")
			}
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
	w.raw("\n")
	for i17 := range d.Chapters {
		d18 := &d.Chapters[i17]
		w.raw("\n<section class=\"phase\" id=\"")
		w.text(d18.ID)
		w.raw("\" aria-labelledby=\"")
		w.text(d18.ID)
		w.raw("-title\">\n<h2 id=\"")
		w.text(d18.ID)
		w.raw("-title\">")
		if d19 := d18.Kicker; d19 != "" {
			w.text(d19)
			w.raw(": ")
		}
		w.text(d18.Title)
		w.raw("</h2>\n")
		for i20 := range d18.Items {
			d21 := &d18.Items[i20]
			w.raw("\n<article class=\"")
			w.text(d21.Class)
			w.raw("\" id=\"")
			w.text(d21.ID)
			w.raw("\">\n")
			w.layItemHead(d21)
			w.raw("\n<div class=\"steps\">")
			w.raw(string(d21.Steps))
			w.raw("</div>\n<div class=\"tail\">\n")
			w.layItemTail(d21)
			w.raw("\n</div>\n</article>\n")
		}
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d22 := d.Warnings; len(d22) > 0 {
		w.raw("\n<section id=\"warnings\" aria-labelledby=\"warnings-title\">\n<h2 id=\"warnings-title\">Warnings</h2>\n")
		w.layWarningList(d22)
		w.raw("\n</section>\n")
	}
	w.raw("\n")
	if d23 := d.Lookup; len(d23) > 0 {
		w.raw("\n<section id=\"lookup\" aria-labelledby=\"lookup-title\">\n<h2 id=\"lookup-title\">Yours to look up in the whole runbook</h2>\n")
		for i24 := range d23 {
			d25 := &d23[i24]
			w.raw("<p>")
			w.text(d25.Title)
			w.raw(": ")
			for i26 := range d25.Entries {
				d27 := &d25.Entries[i26]
				if i26 != 0 {
					w.raw("; ")
				}
				w.raw("<span class=\"num\">")
				w.text(d27.Number)
				w.raw("</span> ")
				w.text(d27.Title)
				if d28 := d27.Due; d28 != "" {
					w.raw(" (due ")
					w.text(d28)
					w.raw(")")
				}
			}
			w.raw(".</p>\n")
		}
		w.raw("</section>\n")
	}
	w.raw("\n<section id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">Sign-off</h2>\n<table class=\"sign\">\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th scope=\"col\">Date</th></tr></thead>\n<tbody><tr><td></td><td></td><td></td></tr></tbody>\n</table>\n</section>\n</main>\n<footer class=\"end\">\n<p>Item numbers are those of the whole runbook. Workflow <code>")
	w.text(d.Workflow.ID)
	w.raw("</code> ")
	w.text(d.Workflow.Version)
	w.raw(", facts as of ")
	w.text(d.Workflow.Verified)
	w.raw(", profile ")
	if d29 := d.Profile; d29 != "" {
		w.raw("<code>")
		w.text(d29)
		w.raw("</code> ")
	}
	w.text(d.Digest)
	w.raw(".</p>\n</footer>\n</body>\n</html>\n")
}

func (w *writer) layCover(d *page) {
	w.raw("\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header class=\"cover\">\n")
	w.layMasthead(d)
	w.raw("\n<h1><bdi>")
	w.text(d.Title)
	w.raw("</bdi></h1>\n<div class=\"summary\">")
	w.raw(string(d.Summary))
	w.raw("</div>\n")
	w.layGlance(d.Glance)
	w.raw("\n<p class=\"issue\">")
	if d30 := d.Document.Revision; d30 != "" {
		w.raw("Revision <bdi>")
		w.text(d30)
		w.raw("</bdi> · ")
	}
	w.text(d.Date)
	if d31 := d.Document.Change; d31 != "" {
		w.raw(" · Change <bdi>")
		w.text(d31)
		w.raw("</bdi>")
	}
	w.raw(" · ")
	w.text(d.Workflow.Title)
	w.raw("</p>\n")
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("<p class=\"first\">Before anything else, read <a href=\"#warnings\">")
		w.text(heading("warnings"))
		w.raw("</a>")
		if len(d.Warnings) > 0 {
			w.raw(" (")
			w.text(count(len(d.Warnings), "warning"))
			w.raw(")")
		}
		w.raw(".</p>")
	}
	w.raw("\n<div class=\"use\">\n<h2>")
	w.text(word("usage"))
	w.raw("</h2>\n<ul>\n")
	list32 := texts("how")
	for i33 := range list32 {
		d34 := list32[i33]
		w.raw("<li>")
		w.text(d34)
		w.raw("</li>\n")
	}
	w.raw("<li class=\"screen-only\">Ticks and entries stay only while this page is open: print it, or save it as PDF, before you close it.</li>\n</ul>\n</div>\n<table class=\"sign release\">\n<caption>")
	w.text(word("release"))
	w.raw("</caption>\n")
	w.layHeads(texts("release"))
	w.raw("\n<tbody>\n")
	for i35 := range d.Ledger {
		d36 := &d.Ledger[i35]
		w.raw("<tr><th scope=\"row\">")
		w.text(d36.Title)
		w.raw("</th><td>")
		w.layPeople(d36.People)
		w.raw("</td><td>")
		w.layEntry(d36.Release.Name)
		w.layNote(d36.Release.Note)
		w.raw("</td><td>")
		w.layEntry(d36.Release.Signature)
		w.raw("</td><td>")
		w.layEntry(d36.Release.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</header>\n")
}

func (w *writer) layToc(d *page) {
	w.raw("<nav class=\"toc\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n")
	for i37 := range d.Contents {
		d38 := &d.Contents[i37]
		w.raw("<li><a href=\"#")
		w.fragment(d38.ID)
		w.raw("\">")
		w.text(d38.Title)
		w.raw("</a>")
		if d39 := d38.Items; len(d39) > 0 {
			w.raw("\n<ol>\n")
			for i40 := range d39 {
				d41 := &d39[i40]
				w.raw("<li><a href=\"#")
				w.fragment(d41.ID)
				w.raw("\"><span class=\"num\">")
				w.text(d41.Number)
				w.raw("</span> <span>")
				w.text(d41.Title)
				w.raw("</span></a></li>\n")
			}
			w.raw("</ol>\n")
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n</nav>\n")
}

func (w *writer) layDecisions(d *page) {
	if len(d.Decisions) > 0 {
		w.raw("\n<section class=\"front\" id=\"decisions\" aria-labelledby=\"decisions-title\">\n<h2 id=\"decisions-title\">")
		w.text(heading("decisions"))
		w.raw("</h2>\n<p>")
		w.text(word("decisions note"))
		w.raw("</p>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Decision</th><th scope=\"col\">Value</th><th scope=\"col\">Given by</th><th scope=\"col\">Confirmed</th></tr></thead>\n<tbody>\n")
		for i42 := range d.Decisions {
			d43 := &d.Decisions[i42]
			w.raw("<tr><th scope=\"row\">")
			w.text(d43.Label)
			w.layCompany(d43.Company)
			w.raw("</th><td data-label=\"Value\"><bdi>")
			w.text(d43.Value)
			w.raw("</bdi>")
			w.layNote(d43.Confirmed.Remark)
			w.layNote(d43.Confirmed.Note)
			w.raw("</td><td data-label=\"Given by\">")
			if d43.Default {
				w.raw("default")
			} else {
				w.raw("profile")
			}
			w.raw("<span class=\"key\"> <code>")
			w.text(d43.Key)
			w.raw("</code></span></td><td class=\"box\" data-label=\"Confirmed\"><input type=\"checkbox\" id=\"decision-")
			w.number(i42)
			w.raw("\" aria-label=\"Confirmed: ")
			w.text(d43.Label)
			w.raw("\"")
			if d43.Confirmed.Yes {
				w.raw(" checked")
			}
			w.raw(">")
			w.layEntry(d43.Confirmed.By)
			w.raw(" ")
			w.layEntry(d43.Confirmed.Date)
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layControl(d *page) {
	w.raw("\n<section class=\"front\" id=\"control\" aria-labelledby=\"control-title\">\n<h2 id=\"control-title\">")
	w.text(heading("control"))
	w.raw("</h2>\n<table class=\"pairs\">\n<tbody>\n")
	for i44 := range d.Control {
		d45 := &d.Control[i44]
		w.raw("<tr><th scope=\"row\">")
		w.text(d45.Label)
		if d46 := d45.Hint; d46 != "" {
			w.raw(" <span class=\"hint\">")
			w.text(d46)
			w.raw("</span>")
		}
		w.raw("</th><td>")
		if d47 := weblink(d45.URL); d47 != "" {
			w.raw("<a href=\"")
			w.address(string(d47))
			w.raw("\">")
			w.text(d45.Value)
			w.raw("</a>")
		} else {
			w.raw("<bdi>")
			w.text(d45.Value)
			w.raw("</bdi>")
		}
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layWarnings(d *page) {
	if len(d.Banners) > 0 || len(d.Warnings) > 0 {
		w.raw("\n<section class=\"front\" id=\"warnings\" aria-labelledby=\"warnings-title\">\n<h2 id=\"warnings-title\">")
		w.text(heading("warnings"))
		w.raw("</h2>\n")
		w.layBanners(d.Banners)
		w.raw("\n")
		if d48 := d.Warnings; len(d48) > 0 {
			w.layWarningList(d48)
		}
		w.raw("\n</section>\n")
	}
}

func (w *writer) layProgress(d *page) {
	w.raw("\n<section class=\"front\" id=\"progress\" aria-labelledby=\"progress-title\">\n<h2 id=\"progress-title\">")
	w.text(heading("progress"))
	w.raw("</h2>\n<table class=\"stack sign progress\">\n<thead><tr><th scope=\"col\">Phase</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th>")
	if d.Schedule != nil {
		w.raw("<th scope=\"col\">Planned</th>")
	}
	w.raw("<th scope=\"col\">Done</th><th scope=\"col\">Signed by</th><th scope=\"col\">Date</th></tr></thead>\n<tbody>\n")
	for i49 := range d.Chapters {
		d50 := &d.Chapters[i49]
		w.raw("<tr><th scope=\"row\"><a href=\"#")
		w.fragment(d50.ID)
		w.raw("\">")
		if d51 := d50.Kicker; d51 != "" {
			w.text(d51)
			w.raw(": ")
		}
		w.text(d50.Title)
		w.raw("</a></th><td data-label=\"Items\">")
		w.number(len(d50.Items))
		w.raw("</td><td class=\"short\" data-label=\"Hands-on\">")
		w.text(duration(d50.Minutes))
		w.raw("</td>")
		if d.Schedule != nil {
			w.raw("<td class=\"short\" data-label=\"Planned\">")
			w.text(span(d50.Start, d50.Due))
			w.raw("</td>")
		}
		w.raw("<td data-label=\"Done\">")
		if d50.Done != 0 {
			w.number(d50.Done)
			w.raw(" of ")
			w.number(len(d50.Items))
		}
		w.raw("</td><td class=\"blank\">")
		if d50.Signed.Name != "" {
			w.layEntry(d50.Signed.Name)
		} else {
			w.layEntry(d50.Signed.Signature)
		}
		w.raw("</td><td class=\"blank\">")
		w.layEntry(d50.Signed.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n")
	if d52 := d.LongChain; len(d52) > 0 {
		w.raw("<p class=\"chain\">The longest chain of items that wait for each other, ")
		w.text(count(len(d52), "item"))
		w.raw(": ")
		for i53 := range d52 {
			d54 := &d52[i53]
			if i53 != 0 {
				w.raw(" <span class=\"arrow\">→</span> ")
			}
			w.raw("<a href=\"#")
			w.fragment(d54.ID)
			w.raw("\" title=\"")
			w.text(d54.Title)
			w.raw("\">")
			w.text(d54.Number)
			w.raw("</a>")
		}
		w.raw(". A day lost on one of them is a day lost for the rollout.</p>")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layInitials(d *page) {
	w.raw("\n<section class=\"front\" id=\"initials\" aria-labelledby=\"initials-title\">\n<h2 id=\"initials-title\">")
	w.text(heading("initials"))
	w.raw("</h2>\n<table class=\"sign initials\">\n")
	w.layHeads(texts("initials"))
	w.raw("\n<tbody>\n")
	for i55 := range d.Initials {
		d56 := &d.Initials[i55]
		w.raw("<tr><td>")
		w.layEntry(d56.Initials)
		w.raw("</td><td>")
		w.layEntry(d56.Name)
		w.raw("</td><td>")
		w.layEntry(d56.Role)
		w.raw("</td><td>")
		w.layEntry(d56.Specimen)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layRoles(d *page) {
	if len(d.Ledger) > 0 {
		w.raw("\n<section class=\"front\" id=\"roles\" aria-labelledby=\"roles-title\">\n<h2 id=\"roles-title\">")
		w.text(heading("roles"))
		w.raw("</h2>\n<table class=\"stack ledger\">\n<thead><tr><th scope=\"col\">Role</th><th scope=\"col\">Who</th><th scope=\"col\">Items</th><th scope=\"col\">Hands-on</th><th scope=\"col\">When they are needed</th></tr></thead>\n<tbody>\n")
		for i57 := range d.Ledger {
			d58 := &d.Ledger[i57]
			w.raw("<tr>\n<th scope=\"row\">")
			w.text(d58.Title)
			w.layCompany(d58.Company)
			if d59 := d58.Summary; d59 != "" {
				w.raw("<div class=\"about\">")
				w.raw(string(d59))
				w.raw("</div>")
			}
			w.raw("</th>\n<td data-label=\"Who\">")
			w.layContacts(d58.People)
			if d60 := d58.StandIn; d60 != "" {
				w.raw("<p class=\"stand-in\">The people of the role ")
				w.text(d60)
				w.raw(" stand in.</p>")
			}
			w.raw("</td>\n<td data-label=\"Items\">")
			w.number(len(d58.Keys))
			w.raw("</td>\n<td data-label=\"Hands-on\">")
			w.text(duration(d58.Minutes))
			w.raw("</td>\n<td data-label=\"When they are needed\">")
			if d61 := d58.Sittings; len(d61) > 0 {
				w.raw("<ul class=\"sittings\">\n")
				for i62 := range d61 {
					d63 := &d61[i62]
					w.raw("<li>")
					if d64 := d63.Planned; d64 != "" {
						w.raw("<strong>")
						w.text(d64)
						w.raw("</strong>, ")
					}
					w.text(duration(d63.Minutes))
					w.raw(": ")
					w.layNumbers(d63.Items)
					if d65 := d63.Ready; len(d65) > 0 {
						w.raw(", after ")
						w.layNumbers(d65)
					}
					w.raw("</li>\n")
				}
				w.raw("</ul>")
			}
			w.raw("</td>\n</tr>\n")
		}
		w.raw("</tbody>\n</table>\n")
		w.layMatrix(d)
		w.raw("\n</section>\n")
	}
}

func (w *writer) layNames(d *page) {
	if len(d.NameList) > 0 {
		w.raw("\n<section class=\"front\" id=\"names\" aria-labelledby=\"names-title\">\n<h2 id=\"names-title\">")
		w.text(heading("names"))
		w.raw("</h2>\n<p>")
		w.text(word("names note"))
		w.raw("</p>\n<table class=\"stack\">\n")
		w.layHeads(texts("names"))
		w.raw("\n<tbody>\n")
		for i66 := range d.NameList {
			d67 := &d.NameList[i66]
			w.raw("<tr><th scope=\"row\">")
			w.text(d67.Label)
			w.layCompany(d67.Company)
			w.raw("</th><td data-label=\"Name\"><code class=\"long\">")
			w.text(d67.Value)
			w.raw("</code></td><td")
			if d67.Note != "" {
				w.raw(" data-label=\"Note\"")
			}
			w.raw(">")
			w.raw(string(d67.Note))
			w.raw("</td></tr>\n")
		}
		w.raw("</tbody>\n</table>\n</section>\n")
	}
}

func (w *writer) layPhase(d *phase) {
	w.raw("\n<section class=\"phase ")
	w.text(d.Page)
	w.raw("\" id=\"")
	w.text(d.ID)
	w.raw("\" aria-labelledby=\"")
	w.text(d.ID)
	w.raw("-title\">\n<h2 id=\"")
	w.text(d.ID)
	w.raw("-title\">")
	if d68 := d.Kicker; d68 != "" {
		w.raw("<span class=\"kicker\">")
		w.text(d68)
		w.raw("<span class=\"hidden\">: </span></span>")
	}
	w.text(d.Title)
	w.raw("</h2>\n<p class=\"at-a-glance\">")
	w.text(count(len(d.Items), "item"))
	w.raw(" · ")
	w.text(duration(d.Minutes))
	w.raw(" hands-on")
	if d69 := span(d.Start, d.Due); d69 != "" {
		w.raw(" · planned ")
		w.text(d69)
	}
	if d.Done != 0 {
		w.raw(" · ")
		w.number(d.Done)
		w.raw(" done")
	}
	w.layCompany(d.Company)
	w.raw("</p>\n<div class=\"goal\">")
	w.raw(string(d.Goal))
	w.raw("</div>\n")
	if d70 := d.Gate; len(d70) > 0 {
		w.raw("\n<div class=\"gate\">\n<h3>")
		w.text(word("gate"))
		w.raw("</h3>\n")
		w.layChecks(d70)
		w.raw("\n<p class=\"checked-by\">")
		w.text(word("checked by"))
		w.raw(" <span class=\"line\">")
		w.layEntry(d.Signed.CheckedBy)
		w.raw("</span> on <span class=\"line\">")
		w.layEntry(d.Signed.CheckedOn)
		w.raw("</span></p>\n</div>\n")
	}
	w.raw("\n")
	if d71 := d.Note; d71 != "" {
		w.raw("<div role=\"note\" class=\"alert note\">")
		w.raw(string(d71))
		w.raw("</div>")
	}
	w.raw("\n")
	for i72 := range d.Items {
		d73 := &d.Items[i72]
		w.layItem(d73)
	}
	w.raw("\n<table class=\"sign gate-sign\">\n<caption>")
	w.text(d.SignOff)
	w.raw("</caption>\n")
	w.layHeads(texts("phase"))
	w.raw("\n<tbody><tr><td class=\"result\">")
	for i74 := range d.Ends {
		d75 := &d.Ends[i74]
		if i74 != 0 {
			w.raw(" ")
		}
		w.raw("<span class=\"choice\"><input type=\"checkbox\" id=\"")
		w.text(d75.Name)
		w.raw("\"")
		if d75.On {
			w.raw(" checked")
		}
		w.raw("><label for=\"")
		w.text(d75.Name)
		w.raw("\">")
		w.text(d75.Label)
		w.raw("</label></span>")
	}
	w.raw("</td><td>")
	w.layEntry(d.Signed.Name)
	w.layNote(d.Signed.SignOff.Note)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Signature)
	w.raw("</td><td>")
	w.layEntry(d.Signed.Date)
	w.raw("</td></tr>\n<tr><th scope=\"row\">")
	w.text(word("open points"))
	w.raw(": ")
	w.text(word("open points note"))
	w.raw("</th><td colspan=\"3\">")
	w.layEntry(d.Signed.OpenPoints)
	w.raw("</td></tr></tbody>\n</table>\n</section>\n")
}

func (w *writer) layReference(d *reference) {
	w.raw("\n<section class=\"reference\" id=\"")
	w.text(d.ID)
	w.raw("\" aria-labelledby=\"")
	w.text(d.ID)
	w.raw("-title\">\n<h2 id=\"")
	w.text(d.ID)
	w.raw("-title\">")
	w.text(d.Title)
	w.raw("</h2>\n<div class=\"goal\">")
	w.raw(string(d.Intro))
	w.raw("</div>")
	if d76 := d.Company; d76 != "" {
		w.raw("\n<p class=\"origin\">A part of the company's own, from <bdi>")
		w.text(d76)
		w.raw("</bdi>.</p>")
	}
	w.raw("\n")
	for i77 := range d.Entries {
		d78 := &d.Entries[i77]
		w.raw("\n<article class=\"")
		w.text(d78.Class)
		w.raw("\" id=\"")
		w.text(d78.ID)
		w.raw("\">\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
		w.fragment(d78.ID)
		w.raw("\"><span class=\"num\">")
		w.text(d78.Number)
		w.raw("</span> ")
		w.text(d78.Title)
		w.raw("</a>")
		if d78.Origin.Company != "" {
			w.raw(" <span class=\"badge\">Company step</span>")
		}
		w.raw("</h3>\n")
		if d78.Role != "" || d78.Due != "" {
			w.raw("<p class=\"meta\">")
			if d79 := d78.Role; d79 != "" {
				w.raw("<span class=\"role\">")
				w.text(d79)
				w.raw("</span> ")
			}
			w.raw("<bdi>")
			w.text(d78.People)
			w.raw("</bdi>")
			if d80 := d78.Due; d80 != "" {
				w.raw(" due ")
				w.text(d80)
			}
			w.raw("</p>")
		}
		w.raw("\n</div>\n<div class=\"steps\">")
		w.raw(string(d78.Body))
		w.raw("</div>\n")
		w.layOrigin(&d78.Origin)
		w.raw("\n</article>\n")
	}
	w.raw("\n</section>\n")
}

func (w *writer) layDeviations(d *page) {
	w.raw("\n<section class=\"deviations\" id=\"deviations\" aria-labelledby=\"deviations-title\">\n<h2 id=\"deviations-title\">")
	w.text(heading("deviations"))
	w.raw("</h2>\n<p>")
	w.text(word("deviations note"))
	w.raw("</p>\n<table class=\"sign log\">\n")
	w.layHeads(texts("deviations"))
	w.raw("\n<tbody>\n")
	for i81 := range d.Log {
		d82 := &d.Log[i81]
		w.raw("<tr><td>")
		w.number(next(i81))
		w.raw("</td><td>")
		w.layEntry(d82.Item)
		w.raw("</td><td>")
		w.layEntry(d82.What)
		w.raw("</td><td>")
		w.layEntry(d82.Why)
		w.raw("</td><td>")
		w.layEntry(d82.AgreedBy)
		w.raw("</td><td>")
		w.layEntry(d82.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layOmissions(d *page) {
	if len(d.Left) > 0 {
		w.raw("\n<section class=\"back\" id=\"omissions\" aria-labelledby=\"omissions-title\">\n<h2 id=\"omissions-title\">")
		w.text(heading("omissions"))
		w.raw("</h2>\n<table class=\"stack omitted\">\n")
		w.layHeads(texts("omissions"))
		w.raw("\n")
		for i83 := range d.Left {
			d84 := &d.Left[i83]
			w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">")
			w.text(d84.Title)
			w.raw("</th></tr>\n")
			for i85 := range d84.Items {
				d86 := &d84.Items[i85]
				w.raw("<tr><th scope=\"row\">")
				w.text(d86.Title)
				w.raw("</th><td>")
				w.text(d86.Reason)
				if d87 := d86.Company; d87 != "" {
					w.raw(" <span class=\"badge\">left out by <bdi>")
					w.text(d87)
					w.raw("</bdi></span>")
				}
				w.raw("</td></tr>\n")
			}
			w.raw("</tbody>\n")
		}
		w.raw("</table>\n</section>\n")
	}
}

func (w *writer) layTerms(d *page) {
	if len(d.Glossary) > 0 {
		w.raw("\n<section class=\"back\" id=\"terms\" aria-labelledby=\"terms-title\">\n<h2 id=\"terms-title\">")
		w.text(heading("terms"))
		w.raw("</h2>\n<dl class=\"terms\">\n")
		for i88 := range d.Glossary {
			d89 := &d.Glossary[i88]
			w.raw("<div><dt>")
			w.text(d89.Term)
			w.layCompany(d89.Company)
			w.raw("</dt><dd>")
			w.raw(string(d89.Text))
			w.raw("</dd></div>\n")
		}
		w.raw("</dl>\n</section>\n")
	}
}

func (w *writer) laySignOff(d *page) {
	w.raw("\n<section class=\"back\" id=\"sign-off\" aria-labelledby=\"sign-off-title\">\n<h2 id=\"sign-off-title\">")
	w.text(heading("sign-off"))
	w.raw("</h2>\n<p>")
	w.text(word("sign-off note"))
	w.raw("</p>\n<table class=\"sign\">\n")
	w.layHeads(texts("sign-off"))
	w.raw("\n<tbody>\n")
	for i90 := range d.Closing {
		d91 := &d.Closing[i90]
		w.raw("<tr><th scope=\"row\">")
		w.text(d91.Title)
		w.layNote(d91.Note)
		w.raw("</th><td>")
		w.layEntry(d91.Name)
		w.raw("</td><td>")
		w.layEntry(d91.Signature)
		w.raw("</td><td>")
		w.layEntry(d91.Date)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody>\n</table>\n</section>\n")
}

func (w *writer) layMasthead(d *page) {
	w.raw("\n<div class=\"masthead\">\n")
	if d92 := d.LogoURL; d92 != "" {
		w.raw("<img class=\"logo\" src=\"")
		w.address(string(d92))
		w.raw("\" alt=\"\">")
	}
	w.raw("\n<p class=\"organization\"><bdi>")
	w.text(d.Organization)
	w.raw("</bdi></p>\n")
	if d93 := d.Document.Classification; d93 != "" {
		w.raw("<p class=\"classification\"><bdi>")
		w.text(d93)
		w.raw("</bdi></p>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layContacts(d []generator.Person) {
	w.raw("\n<ul class=\"people\">\n")
	for i94 := range d {
		d95 := &d[i94]
		w.raw("<li><bdi>")
		w.text(d95.Name)
		w.raw("</bdi>")
		if d96 := d95.Email; d96 != "" {
			w.raw(" <a href=\"")
			w.address(string(mailto(d96)))
			w.raw("\">")
			w.text(d96)
			w.raw("</a>")
		}
		if d97 := d95.GitHub; d97 != "" {
			w.raw(" <span class=\"login\">@")
			w.text(d97)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layGlance(d []fact) {
	w.raw("\n<dl class=\"glance\">\n")
	for i98 := range d {
		d99 := &d[i98]
		w.raw("<div><dt>")
		w.text(d99.Label)
		w.raw("</dt><dd>")
		w.text(d99.Value)
		w.raw("</dd></div>\n")
	}
	w.raw("</dl>\n")
}

func (w *writer) layBanners(d []template.HTML) {
	for i100 := range d {
		d101 := d[i100]
		w.raw("\n<div role=\"note\" class=\"alert important\">")
		w.raw(string(d101))
		w.raw("</div>\n")
	}
}

func (w *writer) layNumbers(d []link) {
	for i102 := range d {
		d103 := &d[i102]
		if i102 != 0 {
			w.raw(", ")
		}
		if d103.ID != "" {
			w.raw("<a href=\"#")
			w.fragment(d103.ID)
			w.raw("\" title=\"")
			w.text(d103.Title)
			w.raw("\">")
			w.text(d103.Number)
			w.raw("</a>")
		} else {
			w.text(d103.Number)
			w.raw(" ")
			w.text(d103.Title)
		}
	}
}

func (w *writer) layItemHead(d *item) {
	w.raw("\n<div class=\"head\">\n<h3><a class=\"self\" href=\"#")
	w.fragment(d.ID)
	w.raw("\"><span class=\"num\">")
	w.text(d.Number)
	w.raw("</span> ")
	w.text(d.Title)
	w.raw("</a>")
	if d104 := d.State; d104 != "" {
		w.raw(" <span class=\"badge\">")
		w.text(d104)
		w.raw("</span>")
	}
	if d.Origin.Company != "" {
		w.raw(" <span class=\"badge\">Company step</span>")
	}
	w.raw("</h3>\n<p class=\"meta\"><span class=\"by\"><span class=\"role\">")
	w.text(d.Role)
	w.raw("</span> <bdi>")
	w.text(d.People)
	w.raw("</bdi> · </span>")
	w.text(d.Meta)
	w.raw("</p>\n")
	if d105 := d.Needs; len(d105) > 0 {
		w.raw("<p class=\"needs\">Needs first: ")
		for i106 := range d105 {
			d107 := &d105[i106]
			if i106 != 0 {
				w.raw("; ")
			}
			if d107.ID != "" {
				w.raw("<a href=\"#")
				w.fragment(d107.ID)
				w.raw("\">")
				w.text(d107.Number)
				w.raw(" ")
				w.text(d107.Title)
				w.raw("</a>")
			} else {
				w.text(d107.Number)
				w.raw(" ")
				w.text(d107.Title)
			}
		}
		w.raw("</p>\n")
	}
	if d108 := d.Why; d108 != "" {
		w.raw("<div class=\"why\">")
		w.raw(string(d108))
		w.raw("</div>")
	}
	w.raw("\n</div>\n")
}

func (w *writer) layItemTail(d *item) {
	w.raw("\n")
	if d109 := d.Verify; len(d109) > 0 {
		w.raw("<h4>Verify</h4>\n")
		w.layChecks(d109)
	}
	w.raw("\n")
	if d110 := d.Evidence; d110 != "" {
		w.raw("<div class=\"record\"><strong>Record:</strong> ")
		w.raw(string(d110))
		w.raw("</div>")
	}
	w.raw("\n<div class=\"done\" role=\"group\" aria-label=\"Item ")
	w.text(d.Number)
	w.raw("\">\n<span class=\"cell states\">")
	for i111 := range d.Boxes {
		d112 := &d.Boxes[i111]
		w.raw("<label><input type=\"checkbox\" name=\"")
		w.text(d112.Name)
		w.raw("\"")
		if d112.On {
			w.raw(" checked")
		}
		w.raw("> <span>")
		w.text(d112.Label)
		w.raw("</span></label> ")
	}
	w.raw("</span>\n")
	{
		d113 := &d.Work
		if d114 := d113.By; d114 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Initials</span> <bdi>")
			w.text(d114)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Initials</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n")
		if d115 := d113.Date; d115 != "" {
			w.raw("<span class=\"cell\"><span class=\"name\">Date</span> <bdi>")
			w.text(d115)
			w.raw("</bdi></span>")
		} else {
			w.raw("<label class=\"cell\"><span class=\"name\">Date</span> <input type=\"text\" autocomplete=\"off\" maxlength=\"20\"></label>")
		}
		w.raw("\n<span class=\"cell\"><span class=\"name\">Evidence</span> ")
		if d116 := d113.Evidence; d116 != "" {
			w.raw("<bdi>")
			w.text(d116)
			w.raw("</bdi>")
		} else {
			w.raw("<span class=\"free\" role=\"textbox\" aria-multiline=\"true\" aria-label=\"Evidence\" contenteditable=\"plaintext-only\"></span>")
		}
		w.raw("</span>\n")
	}
	w.raw("</div>\n")
	w.layNote(d.Work.Note)
	w.raw("\n")
}

func (w *writer) layWarningList(d []generator.Warning) {
	w.raw("\n<ul class=\"warnings\">\n")
	for i117 := range d {
		d118 := &d[i117]
		w.raw("<li><strong>")
		w.text(d118.ID)
		w.raw("</strong> ")
		w.text(d118.Message)
		if d119 := d118.At; d119 != "" {
			w.raw(" <code>")
			w.text(d119)
			w.raw("</code>")
		}
		w.layCompany(d118.Company)
		if d120 := d118.Hint; d120 != "" {
			w.raw("<br><span class=\"hint\">What to do: ")
			w.text(d120)
			w.raw("</span>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layHeads(d []string) {
	w.raw("<thead><tr>")
	for i121 := range d {
		d122 := d[i121]
		w.raw("<th scope=\"col\">")
		w.text(d122)
		w.raw("</th>")
	}
	w.raw("</tr></thead>")
}

func (w *writer) layPeople(d []generator.Person) {
	for i123 := range d {
		d124 := &d[i123]
		if i123 != 0 {
			w.raw(", ")
		}
		w.raw("<bdi>")
		w.text(d124.Name)
		w.raw("</bdi>")
	}
}

func (w *writer) layEntry(d string) {
	if d125 := d; d125 != "" {
		w.raw("<bdi class=\"entered\">")
		w.text(d125)
		w.raw("</bdi>")
	}
}

func (w *writer) layNote(d string) {
	if d126 := d; d126 != "" {
		w.raw("<p class=\"remark\">")
		w.text(d126)
		w.raw("</p>")
	}
}

func (w *writer) layCompany(d string) {
	if d127 := d; d127 != "" {
		w.raw(" <span class=\"badge\">from <bdi>")
		w.text(d127)
		w.raw("</bdi></span>")
	}
}

func (w *writer) layMatrix(d *page) {
	if len(d.Matrix) > 0 {
		w.raw("\n<div id=\"matrix\">\n<h3 id=\"matrix-title\">")
		w.text(heading("matrix"))
		w.raw("</h3>\n<p><strong>")
		w.text(word("responsible"))
		w.raw("</strong> ")
		w.text(word("responsible note"))
		w.raw(" <strong>")
		w.text(word("informed"))
		w.raw("</strong> ")
		w.text(word("informed note"))
		w.raw("</p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"matrix-title\" tabindex=\"0\">\n<table class=\"matrix\">\n<thead><tr><th scope=\"col\">Item</th>")
		for i128 := range d.Ledger {
			d129 := &d.Ledger[i128]
			w.raw("<th scope=\"col\"><span>")
			w.text(d129.Title)
			w.raw("</span></th>")
		}
		w.raw("</tr></thead>\n")
		for i130 := range d.Matrix {
			d131 := &d.Matrix[i130]
			if d131.Phase != "" {
				if i130 != 0 {
					w.raw("</tbody>\n")
				}
				w.raw("<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
				w.number(next(len(d.Ledger)))
				w.raw("\">")
				w.text(d131.Phase)
				w.raw("</th></tr>\n")
			}
			w.raw("<tr><th scope=\"row\"><a href=\"#")
			w.fragment(d131.Item.ID)
			w.raw("\">")
			w.text(d131.Item.Number)
			w.raw(" ")
			w.text(d131.Item.Title)
			w.raw("</a></th>")
			w.raw(string(d131.Cells))
			w.raw("</tr>\n")
		}
		w.raw("</tbody>\n</table>\n</div>\n</div>\n")
	}
}

func (w *writer) layChecks(d []check) {
	w.raw("\n<ul class=\"tasks\">\n")
	for i132 := range d {
		d133 := &d[i132]
		w.raw("<li>")
		if d133.Inline {
			w.raw("<label><input type=\"checkbox\" name=\"")
			w.text(d133.Name)
			w.raw("\"")
			if d133.On {
				w.raw(" checked")
			}
			w.raw("><span>")
			w.raw(string(d133.Text))
			w.raw("</span></label>")
		} else {
			w.raw("<input type=\"checkbox\" name=\"")
			w.text(d133.Name)
			w.raw("\"")
			if d133.On {
				w.raw(" checked")
			}
			w.raw(" aria-labelledby=\"")
			w.text(d133.ID)
			w.raw("\"><div id=\"")
			w.text(d133.ID)
			w.raw("\">")
			w.raw(string(d133.Text))
			w.raw("</div>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ul>\n")
}

func (w *writer) layItem(d *item) {
	w.raw("\n<article class=\"")
	w.text(d.Class)
	w.raw("\" id=\"")
	w.text(d.ID)
	w.raw("\">\n")
	w.layItemHead(d)
	w.raw("\n<div class=\"steps\">")
	w.raw(string(d.Steps))
	w.raw("</div>\n<div class=\"tail\">\n")
	w.layItemTail(d)
	w.raw("\n")
	w.layOrigin(&d.Origin)
	w.raw("\n</div>\n</article>\n")
}

func (w *writer) layOrigin(d *origin) {
	w.raw("\n<p class=\"origin\">")
	w.raw(string(d.Sources))
	if d134 := d.Reason; d134 != "" {
		w.raw("Why in this runbook: ")
		w.text(d134)
		w.raw(". ")
	}
	if d135 := d.Company; d135 != "" {
		w.raw("From the company's own steps, <bdi>")
		w.text(d135)
		w.raw("</bdi>.")
	}
	w.raw("</p>\n")
}
