using System.Globalization;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>A mail address as it is registered, and as somebody writes it: the same mailbox, another, or no address.</summary>
internal static class EmailNotations
{
    private const string Found = "found", Other = "not found", Refused = "refused";
    private static readonly string[] Locals = ["anna", "j.jansen", "o'neil+huur", "m\u00FCller", "A_b-c"];
    private static readonly string[] Domains = ["voorbeeld.nl", "gmail.com", "b\u00FCcher.nl", "mail.stra\u00DFe.de", "a.co.uk"];

    private static readonly (string Expected, Func<Registered, string> Write)[] Ways =
    [
        (Found, one => one.Text),
        (Found, one => one.Text.ToUpperInvariant()),
        (Found, one => $"{one.Local}@{one.ALabel}"),
        (Found, one => $"{one.Local}@{one.ALabel.ToUpperInvariant()}"),
        (Found, one => $"  {one.Text} \t"),
        (Found, one => $"\uFEFF{one.Text}\u200B"),
        (Found, one => $"\u00A0{one.Text}\u200E"),
        (Other, one => $"{one.Local}+x@{one.Domain}"),
        (Other, one => $"{one.Local[0]}.{one.Local}@{one.Domain}"),
        (Other, one => $"{one.Local}1@{one.Domain}"),
        (Other, one => $"{one.Local}@googlemail.com"),
        (Other, one => $"{one.Local}@mail.{one.Domain}"),
        (Other, one => $"{one.Local}@gmial.com"),
        (Refused, one => $"mailto:{one.Text}"),
        (Refused, one => $"Anna Jansen <{one.Text}>"),
        (Refused, one => $"Anna {one.Text}"),
        (Refused, one => $"\"{one.Local}\"@{one.Domain}"),
        (Refused, one => $"{one.Text}."),
        (Refused, one => $"{one.Text},"),
        (Refused, one => $"{one.Text};b@c.nl"),
        (Refused, one => $"{one.Text}, b@c.nl"),
        (Refused, one => $"{one.Local}@{one.Domain.Replace('.', ',')}"),
        (Refused, one => $"{one.Local}..x@{one.Domain}"),
        (Refused, one => $".{one.Text}"),
        (Refused, one => $"{one.Local}.@{one.Domain}"),
        (Refused, one => $"{one.Local}(thuis)@{one.Domain}"),
        (Refused, one => $"{one.Local};x@{one.Domain}"),
        (Refused, one => $"{one.Local}\u200B@{one.Domain}"),
        (Refused, one => $"\u202E{one.Text}"),
        (Refused, one => $"{one.Local} @{one.Domain}"),
        (Refused, one => $"{one.Local}@@{one.Domain}"),
        (Refused, one => one.Local),
        (Refused, one => $"{one.Local}@nl"),
        (Refused, one => $"{one.Local}@[127.0.0.1]"),
    ];

    public static Notations<(Registered Registered, string Text, string Expected)> Notations => new(
        Gen.Select(Gen.Int[0, Locals.Length - 1], Gen.Int[0, Domains.Length - 1], Gen.Int[0, Ways.Length - 1])
            .Select(drawn => (One: new Registered(Locals[drawn.Item1], Domains[drawn.Item2]), Way: Ways[drawn.Item3]))
            .Select(drawn => (drawn.One, drawn.Way.Write(drawn.One), drawn.Way.Expected)),
        one => Product(one.Registered, one.Text),
        one => Second(one.Registered, one.Text) is var second && second == one.Expected ? second : $"{one.Expected} and {second}",
        one => $"\"{one.Text}\" for {one.Registered.Text}");

    private static string Product(Registered registered, string text) =>
        !EmailAddress.TryParse(registered.Text, out var there) ? "unreadable"
        : !EmailAddress.TryParse(text, out var written) ? Refused
        : written.Equals(there) ? Found : Other;

    // The rules once more: trim, then one @ with a dot-atom before it and a domain with a dot behind it; compared without letter
    // case, the domain as A-label, nothing folded.
    private static string Second(Registered registered, string text)
    {
        var trimmed = text.Trim([' ', '\t', '\u00A0', '\uFEFF', '\u200B', '\u200E', '\u200F']);
        if (trimmed.Split('@') is not [var local, var domain] || local.Split('.').Any(atom => atom.Length is 0)
            || domain.Split('.') is not { Length: > 1 } labels || !local.All(IsPlain) || !labels.All(IsLabel))
            return Refused;
        return string.Equals(local, registered.Local, StringComparison.OrdinalIgnoreCase)
            && string.Equals(ALabel(domain), registered.ALabel, StringComparison.OrdinalIgnoreCase) ? Found : Other;
    }

    private static bool IsPlain(char sign) =>
        char.IsLetterOrDigit(sign) || "!#$%&'*+-/=?^_`{|}~.".Contains(sign, StringComparison.Ordinal);

    private static bool IsLabel(string label) => label.Length > 0 && label.All(sign => char.IsLetterOrDigit(sign) || sign is '-');

    private static string ALabel(string domain) => new IdnMapping().GetAscii(domain.ToLowerInvariant());

    internal sealed record Registered(string Local, string Domain)
    {
        public string Text => $"{Local}@{Domain}";

        public string ALabel => EmailNotations.ALabel(Domain);
    }
}
