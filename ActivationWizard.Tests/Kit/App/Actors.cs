using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>The people of the demonstration, for queries.</summary>
internal static class Actors
{
    public static Actor Sanne => DemoPeople.Sanne;

    public static Actor Tom => DemoPeople.Tom;

    public static Actor Els => DemoPeople.Els;
}
