using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Mutations;

/// <summary>What is mutated in one run of the tool, and which tests have to notice.</summary>
/// <param name="Name">What <c>--mutations</c> calls it.</param>
/// <param name="Project">The project whose sources are mutated.</param>
/// <param name="Mutate">Its files, as the tool's patterns.</param>
/// <param name="Tests">The classes of the tests; the lengthy tests of them are left out.</param>
internal sealed record MutationPart(string Name, string Project, string[] Mutate, string[] Tests)
{
    private static readonly string[] OfCases =
        ["HandFacts.cs", "FactChanges.cs", "CaseFacts.cs", "OwnChanges.cs", "TenantKeys.cs", "ActivationRequest.cs"];

    public static IReadOnlyList<MutationPart> All { get; } =
    [
        new("rules", "ActivationWizard.Domain", ["**/Rules/*.cs"],
            ["Domain.Rules.*", "Domain.HoldTests", "Domain.DeciderTests"]),
        new("facts", "ActivationWizard.Domain", ["**/Facts/*.cs", .. OfCases.Select(file => $"!**/{file}")],
            ["Domain.Facts.*", "Integrations.Variants.ValueTests", "Integrations.Variants.VariantTests"])
        {
            // Measured by the tests of the folder alone: see docs/mutations.md.
            LowestScore = 66,
        },
        // Whole cases have to run to notice these.
        new("case-facts", "ActivationWizard.Domain", [.. OfCases.Select(file => $"**/Facts/{file}")],
        [
            "Domain.Facts.*", "Domain.HandTests", "Domain.RecheckTests", "Domain.OutdatedTests",
            "Domain.UnreadableContactsTests",
        ])
        {
            IsNightly = false,
        },
        // How Viewpoint is reached is no reading.
        new("viewpoint", "ActivationWizard.Integrations",
            [
                "**/Viewpoint/*.cs", "!**/Sandbox/**/*.cs", "!**/ViewpointOptions.cs", "!**/ViewpointRegistration.cs",
                "!**/ViewpointAuthorization.cs", "!**/ManualViewpoint.cs",
            ],
            ["Integrations.Viewpoint.*", "Integrations.Variants.*"])
        {
            IsNightly = false,
        },
        // The document is compared as a whole, and examples are only shown in it.
        new("intake", "ActivationWizard.App",
            [
                "**/Intake/*.cs", "!**/IntakeDocument.cs", "!**/IntakeSchema.cs", "!**/IntakeExamples.cs",
                "!**/DemoRequests.cs", "!**/IntakeRegistration.cs", "!**/IntakeSettings.cs",
            ],
            ["App.Intake.*"])
        {
            // Two of three that are left are texts and words that are made once per process: see docs/mutations.md.
            LowestScore = 75,
        },
    ];

    /// <summary>The fewest mistakes in a hundred that have to be noticed, in each folder.</summary>
    public double LowestScore { get; init; } = 85;

    /// <summary>The nightly level has it; one that was not measured yet runs by <c>--mutations</c> only.</summary>
    public bool IsNightly { get; init; } = true;

    /// <summary>The filters of the tests, as on a command line.</summary>
    public string Filters =>
        $"--filter-class {string.Join(' ', Tests.Select(one => $"ActivationWizard.Tests.{one}"))} "
        + $"--filter-not-trait {LengthyAttribute.Trait}={LengthyAttribute.Lengthy}";
}
