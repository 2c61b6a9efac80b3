namespace ActivationWizard.Tests.Kit.Mailbox;

/// <content>HTML.</content>
internal static partial class OddMails
{
    private static IEnumerable<OddMail> Pages()
    {
        const string Says = "<p>Ik wil een code.</p>";
        foreach (var (name, html) in new[]
        {
            ("a script", $"{Says}<script>document.write('kwaad')</script>"),
            ("a script in an attribute", "<p onclick=\"kwaad()\">Ik wil een code.</p>"),
            ("a style", "<style>p { color: red }</style>" + Says),
            ("a style never closed", Says + "<style>p { color: red }"),
            ("a title", "<title>Kwaad</title>" + Says),
            ("a remote picture", Says + "<img src=\"http://kwaad.example/a.png\" alt=\"kwaad\">"),
            ("a picture of one dot", Says + "<img width=1 height=1 src=\"http://kwaad.example/?id=7\">"),
            ("a picture in the style", "<p style=\"background:url(http://kwaad.example)\">Ik wil een code.</p>"),
            ("a link with other words", "<a href=\"http://kwaad.example\">www.mijn-thuis.nl</a>"),
            ("a link that is a script", "<a href=\"javascript:kwaad()\">Ik wil een code.</a>"),
            ("a page within it", Says + "<iframe srcdoc=\"<p>kwaad\"><p>kwaad</p></iframe>"),
            ("an object", "<object data=\"http://kwaad.example\">Ik wil een code.</object>"),
            ("a drawing with a script", "<svg onload=\"kwaad()\"><text>Ik wil een code.</text></svg>"),
            ("a form", "<form action=\"http://kwaad.example\"><input value=\"kwaad\"><button>Ik wil een code.</button></form>"),
            ("a refresh", "<meta http-equiv=refresh content=\"0;url=http://kwaad.example\">" + Says),
            ("a base", "<base href=\"http://kwaad.example\">" + Says),
            ("a comment", "<!-- kwaad -->" + Says),
            ("a comment never closed", Says + "<!-- kwaad"),
            ("a comment for Outlook", "<!--[if mso]><p>kwaad</p><![endif]-->" + Says),
            ("a tag never closed", Says + "<p class=\"kwaad"),
            ("a tag within a tag", "<p <b>>Ik wil een code.</p>"),
            ("CDATA", "<![CDATA[Ik wil een code.]]>"),
            ("a noscript", Says + "<noscript><img src=x>kwaad</noscript>"),
            ("a plaintext", "<plaintext>Ik wil een code.</p>"),
            ("a textarea", "<textarea>Ik wil <b>een</b> code.</textarea>"),
            ("entities", "Ik &lt;wil&gt; een&nbsp;code &euro; &#8364; &#x20AC; &amp;amp;"),
            ("entities that are none", "&#0; &#99999999999; &#xD800; &nonsens; &#x1F600; &"),
            ("hidden letters as entities", "Ik wil&#8238; een&#8203; code&#0;"),
            ("text that is not shown", "<div style=\"display:none\">niet te zien</div>" + Says),
            ("a table", "<table><tr><td>Naam</td><td>A. Jansen</td></tr><tr><td>Postcode</td><td>5611 CD</td></tr></table>"),
            ("a list", "<ul><li>Ik wil<li>een code</ul>"),
            ("lines as they are", "<pre>Ik wil\n  een code\n</pre>"),
            ("a quotation", Says + "<blockquote type=cite>Postcode 5612 AB 9</blockquote>"),
            ("quotations never closed", string.Concat(Enumerable.Repeat("<blockquote>", 10_000)) + "Ik wil een code."),
            ("20,000 divs", string.Concat(Enumerable.Repeat("<div>", 20_000)) + "Ik wil een code."),
            ("20,000 divs closed", string.Concat(Enumerable.Repeat("</div>", 20_000)) + "Ik wil een code."),
            ("formatting never closed", "<p>" + string.Concat(Enumerable.Range(0, 1_000).Select(at => $"<b a{at}>"))
                + string.Concat(Enumerable.Repeat("<p>x", 2_000))),
            ("10,000 attributes", "<p " + string.Concat(Enumerable.Range(0, 10_000).Select(at => $"a{at}=b "))
                + ">Ik wil een code."),
            ("an attribute of 500,000 signs", $"<p class=\"{new string('a', 500_000)}\">Ik wil een code."),
            ("500,000 brackets", new string('<', 500_000)),
            ("100,000 entities", string.Concat(Enumerable.Repeat("&euro;", 100_000))),
            ("100,000 line breaks", string.Concat(Enumerable.Repeat("<br>", 100_000)) + "Ik wil een code."),
            ("nothing but space", "<p>&nbsp;</p><br><div> </div>"),
            ("no tags", "Ik wil een code."),
            ("nothing", ""),
        })
            yield return new($"page: {name}", Letter.Free.InHtml(html));
        yield return new("page: a mark of UTF-16", Letter.Free.With("Content-Type", "text/html")
            .And("Content-Transfer-Encoding", "base64")
            .Saying(Convert.ToBase64String([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<p>Ik wil een code.</p>")])));
        yield return new("page: another charset within it", Letter.Free.With("Content-Type", "text/html; charset=utf-8")
            .Saying("<meta charset=utf-7>+ADw-script+AD4-kwaad" + Says));
    }
}
