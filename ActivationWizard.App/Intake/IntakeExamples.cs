using System.Globalization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Intake;

/// <summary>Requests and answers as examples. Requests are read and problems are written by the intake itself.</summary>
public static class IntakeExamples
{
    public const string Key = "6f9c1b0e-4a55-4b7e-9d0f-0f6f3c1a2b77";

    private static readonly DateTimeOffset Moment = new(2026, 9, 1, 9, 12, 0, TimeSpan.FromHours(2));

    private static readonly WebsiteRequest Least = new()
    {
        Soort = "eerste",
        Aanvrager = "huurder",
        Naam = "A. Jansen",
        Postcode = "5611 CD",
        Huisnummer = "12-A/III",
    };

    private static readonly WebsiteRequest Whole = new()
    {
        Soort = "nieuw",
        Aanvrager = "bewindvoerder",
        NaamAanvrager = "M. de Wit",
        Naam = "A. Jansen",
        Postcode = "5611CD",
        Huisnummer = "12",
        Huisletter = "A",
        Toevoeging = "III",
        Emailadres = "kantoor@bewind.example",
        Geboortedatum = "1984-12-03",
        Relatienummer = "300110",
        OntvangenOp = Moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        Opmerking = "Graag bericht aan ons kantoor.",
    };

    /// <summary>Each is taken in.</summary>
    public static Dictionary<string, object> Requests { get; } = new() { ["minste"] = Least, ["alles"] = Whole };

    public static IntakeReceipt Receipt { get; } = new(CaseNumber.Of(2026, 412).ToString());

    /// <summary>The body of this problem in this language; wrong fields are those of a request that has two.</summary>
    public static object Of(IntakeProblem problem, CultureInfo language)
    {
        var current = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            var wrong = Least with { Postcode = "0000 AA", Huisnummer = null };
            return problem.Details(problem == IntakeProblem.Faulty ? IntakeReading.Of(wrong.ToFields(), Moment).Faults : []);
        }
        finally
        {
            CultureInfo.CurrentUICulture = current;
        }
    }
}
