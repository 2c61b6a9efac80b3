namespace ActivationWizard.App.Absence;

/// <summary>What handing over somebody's cases uses, once per circuit.</summary>
public static class AbsenceRegistration
{
    public static IServiceCollection AddAbsence(this IServiceCollection services) => services.AddScoped<AbsenceDesk>();
}
