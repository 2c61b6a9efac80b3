using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>The people a demonstration can be tried as. Their names are made up.</summary>
public static class DemoPeople
{
    public static readonly Actor Sanne = new("sanne.bakker", "Sanne Bakker", Role.Employee);
    public static readonly Actor Tom = new("tom.visser", "Tom Visser", Role.Employee);
    public static readonly Actor Els = new("els.de.groot", "Els de Groot", Role.TeamLead);
    public static readonly Actor Bram = new("bram.kuipers", "Bram Kuipers", Role.SystemManager);

    public static IReadOnlyList<Actor> All { get; } = [Sanne, Tom, Els, Bram];

    public static Actor? Find(string? id) => All.FirstOrDefault(person => person.Id == id);
}
