using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// What a mail seems to ask, to fill in a new request that a person looks at: only what can be read in one way. Null is what
/// cannot.
/// </summary>
/// <param name="Name">The tenant's.</param>
/// <param name="Postcode">Of the tenant's address.</param>
/// <param name="HouseNumber">Of the tenant's address.</param>
/// <param name="Email">Where whoever asks can be reached.</param>
/// <param name="Kind">A first or a new code.</param>
/// <param name="Requester">Who asks.</param>
public sealed partial record RequestGuess(
    string? Name, Postcode? Postcode, HouseNumber? HouseNumber, EmailAddress? Email, CodeKind? Kind, Requester? Requester)
{
    // In characters; whoever asks for a code says so at the beginning.
    private const int LongestRead = 20_000;

    /// <summary>Nothing.</summary>
    public static RequestGuess None { get; } = new(null, null, null, null, null, null);

    /// <summary>Reads what the sender wrote, not what is quoted.</summary>
    internal static RequestGuess Of(MailHeaders headers, SafeText text, IReadOnlyList<EmailAddress> ours)
    {
        var own = CleanText.Start(text.Own, LongestRead);
        var form = FormReading.Of(own, isForm: false);
        var said = $"{headers.Subject}\n{own}".ToLowerInvariant();
        var requester = RequesterIn(said, headers.Sender.Address);
        var address = AddressGuess.Of(own, form);
        return new RequestGuess(
            NameGuess.Of(form, own, headers.Sender.Name, requester),
            address.Postcode,
            address.HouseNumber,
            EmailIn(own, headers.Sender, ours),
            KindIn(said),
            requester);
    }

    private static EmailAddress? EmailIn(string own, MailSender sender, IReadOnlyList<EmailAddress> ours)
    {
        var written = EmailForm().Matches(own).Select(match => EmailAddress.TryParse(match.Value.TrimEnd('.'), out var one)
            ? one : null)
            .Concat([sender.Address, sender.AnswersTo])
            .OfType<EmailAddress>()
            .Where(one => !ours.Contains(one))
            .Distinct()
            .Take(2)
            .ToList();
        return written is [var only] ? only : null;
    }

    private static CodeKind? KindIn(string said) => (NewCode().IsMatch(said), FirstCode().IsMatch(said)) switch
    {
        (true, false) => CodeKind.New,
        (false, true) => CodeKind.First,
        (true, true) => null,
        _ => AnyCode().IsMatch(said) ? CodeKind.First : null,
    };

    // Whoever writes about bewind may be the tenant, the administrator or a helper: only who says so is one.
    private static Requester? RequesterIn(string said, EmailAddress? sender)
    {
        var isAdministrator = Administrator().IsMatch(said)
            || sender?.Domain.Contains("bewind", StringComparison.OrdinalIgnoreCase) is true;
        var isOther = ForAnother().IsMatch(said);
        return isAdministrator ? isOther ? null : Domain.Facts.Requester.CourtAdministrator
            : isOther ? Bewind().IsMatch(said) ? null : Domain.Facts.Requester.SomebodyElse
            : !Bewind().IsMatch(said) && FirstPerson().IsMatch(said) ? Domain.Facts.Requester.Tenant
            : null;
    }

    [GeneratedRegex(@"[\w.+\-]{1,64}@[\w\-]{1,63}(\.[\w\-]{1,63}){1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    [GeneratedRegex(
        @"\bnieuwe? (activatie|inlog)?code\b|\b(opnieuw|nogmaals|nog een keer|kwijt|verlopen|vervallen|verloren)\b"
        + @"|\bwerkt niet( meer)?\b|\bwachtwoord vergeten\b|\bniet meer inloggen\b|\bnew (activation )?code\b|\b(lost|expired)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex NewCode();

    [GeneratedRegex(
        @"\beerste (activatie|inlog)?code\b|\beerste keer\b|\bnog (geen|nooit) (een )?(account|code|activatiecode)\b"
        + @"|\baccount aanmaken\b|\bnieuwe huurder\b|\bregistreren\b|\bfirst (activation )?code\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex FirstCode();

    [GeneratedRegex(@"\b(activatie|inlog)?code\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyCode();

    [GeneratedRegex(
        @"\b(ik ben|wij zijn|als|namens) (de |uw |zijn |haar )?bewindvoerders?\b|\bbewindvoerders? (van|over|voor)\b"
        + @"|\b(mijn|onze) cli[eë]nte?\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Administrator();

    [GeneratedRegex(
        @"\b(namens|voor) (mijn|m'n|onze) (schoon)?(moeder|vader|ouders|oma|opa|zoon|dochter|broer|zus|man|vrouw|partner"
        + @"|tante|oom|vriend|vriendin|buurman|buurvrouw|buren)\b"
        + @"|\b(mantelzorger|gemachtigde|hulpverlener|begeleider|wijkteam)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex ForAnother();

    [GeneratedRegex(@"bewind|curatele|curator", RegexOptions.CultureInvariant)]
    private static partial Regex Bewind();

    [GeneratedRegex(@"\b(ik|mijn|mij|wij|ons|onze|my|i)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FirstPerson();
}
