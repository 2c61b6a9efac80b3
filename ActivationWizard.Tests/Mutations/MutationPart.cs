using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Mutations;

/// <summary>What is mutated in one run of the tool, and which tests have to notice.</summary>
/// <param name="Name">What <c>--mutations</c> calls it.</param>
/// <param name="Project">The project whose sources are mutated.</param>
/// <param name="Mutate">Its files, as the tool's patterns.</param>
/// <param name="Tests">The classes of the tests; the lengthy tests of them are left out.</param>
internal sealed record MutationPart(string Name, string Project, string[] Mutate, string[] Tests)
{
    /// <summary>The fewest mistakes in a hundred that have to be noticed, in each folder.</summary>
    public const double LowestScore = 85;

    public static IReadOnlyList<MutationPart> All { get; } =
    [
        new("rules", "ActivationWizard.Domain", ["**/Rules/*.cs"],
            ["Domain.Rules.*", "Domain.HoldTests", "Domain.DeciderTests"]),
        // Whole cases would notice as well, and wait for ever for what a mistake keeps from coming.
        new("facts", "ActivationWizard.Domain", ["**/Facts/*.cs"], ["Domain.Facts.*"]),
        // How Viewpoint is reached is no reading; the lists of codes are compared with the standard's own file as a whole.
        new("viewpoint", "ActivationWizard.Integrations",
            [
                "**/Viewpoint/*.cs", "!**/Sandbox/**/*.cs", "!**/ViewpointOptions.cs", "!**/ViewpointRegistration.cs",
                "!**/ViewpointKey.cs", "!**/ManualViewpoint.cs", "!**/VeraList.cs",
            ],
            ["Integrations.Viewpoint.*", "Integrations.Variants.*"]),
        // The document is compared as a whole, and examples are only shown in it.
        new("intake", "ActivationWizard.App",
            [
                "**/Intake/*.cs", "!**/IntakeDocument.cs", "!**/IntakeSchema.cs", "!**/IntakeExamples.cs",
                "!**/DemoRequests.cs", "!**/IntakeRegistration.cs", "!**/IntakeSettings.cs",
            ],
            ["App.Intake.*"]),
    ];

    /// <summary>The filters of the tests, as on a command line.</summary>
    public string Filters =>
        $"--filter-class {string.Join(' ', Tests.Select(one => $"ActivationWizard.Tests.{one}"))} "
        + $"--filter-not-trait {LengthyAttribute.Trait}={LengthyAttribute.Lengthy}";
}
