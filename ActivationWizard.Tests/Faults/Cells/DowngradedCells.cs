using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>The same deaths with systems that can do less: no keys, nothing to ask by our reference, nothing at all.</summary>
internal static class DowngradedCells
{
    /// <summary>A downgrade: what the simulators can no longer do, and what the app is told of it.</summary>
    public static IReadOnlyList<(string Name, Dictionary<string, string> Sandbox, Dictionary<string, string> App)> All { get; } =
    [
        ("no keys, no references",
            new()
            {
                ["Sandbox:UmbrellaHonoursKeys"] = "No",
                ["Sandbox:ViewpointFindsByReference"] = "No",
                ["Sandbox:PostexFindsByReference"] = "No",
            },
            new()
            {
                ["Umbrella:Recovery:Create"] = "None",
                ["Umbrella:Recovery:Activate"] = "None",
                ["Viewpoint:Recovery:LetterRegistration"] = "None",
                ["Viewpoint:Recovery:ContactRegistration"] = "None",
                ["Postex:Recovery:Dispatch"] = "None",
            }),
        ("no reference kept, and nobody knows", new() { ["Sandbox:PostexKeepsReferences"] = "No" },
            new() { [FaultHostSettings.JustBegun] = "Yes" }),
        ("nothing can be recovered",
            [],
            new()
            {
                ["Umbrella:Recovery:Create"] = "None",
                ["Umbrella:Recovery:Activate"] = "None",
                ["Umbrella:Recovery:Delete"] = "None",
                ["Umbrella:Recovery:Block"] = "None",
                ["Umbrella:Recovery:Unblock"] = "None",
                ["Viewpoint:Recovery:Contacts"] = "None",
                ["Viewpoint:Recovery:LetterRegistration"] = "None",
                ["Viewpoint:Recovery:ContactRegistration"] = "None",
                ["Postex:Recovery:Preference"] = "None",
                ["Postex:Recovery:Dispatch"] = "None",
                ["Mailbox:Recovery:Reply"] = "None",
            }),
    ];

    /// <summary>Every effect of every route at every boundary, for each downgrade.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var (name, sandbox, app) in All)
        {
            await using var world = await FaultWorld.StartAsync(app, sandbox);
            foreach (var batch in KillCell.Once.Chunk(KillCells.AtOnce))
            {
                await world.Sandbox.ResetAsync();
                report.Add(await KillCells.RunAsync(name, world, batch));
            }
        }
    }
}
