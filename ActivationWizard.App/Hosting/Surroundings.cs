using System.Globalization;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// What the machine has to know before a word or a day of the app can be right: the Dutch culture, and the zone.
/// </summary>
public static class Surroundings
{
    private const string Culture = "nl-NL";
    private const string Zone = "Europe/Amsterdam";

    /// <summary>A sentence for each thing that is missing.</summary>
    public static IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (!KnowsDutch())
        {
            faults.Add(
                "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT must not be on: names, amounts and dates are Dutch. Set it to 0, and "
                + "install ICU (libicu, icu-libs) where it is missing.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            faults.Add($"The time zone {Zone} is not known on this machine: install tzdata, and look at TZDIR where it is set.");
        return faults;
    }

    // Without ICU a culture is refused, or has the form of no country.
    private static bool KnowsDutch()
    {
        try
        {
            return new CultureInfo(Culture, useUserOverride: false).NumberFormat.NumberDecimalSeparator is ",";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
