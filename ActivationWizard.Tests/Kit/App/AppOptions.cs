using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>How a <see cref="TestApp"/> differs from a demonstration that starts for the first time.</summary>
internal sealed record AppOptions
{
    /// <summary>The data folder, which outlives the app and can be started in again; null gives one that goes with it.</summary>
    public string? Folder { get; init; }

    /// <summary>An app that runs: this one is a second instance on its data and its simulators. Null: an app by itself.</summary>
    public TestApp? Beside { get; init; }

    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>
    /// The installation has been at work for a while and has found effects of its own by our reference; false for one that
    /// begins.
    /// </summary>
    public bool HasLearnt { get; init; } = true;

    /// <summary>What is registered over the product's own services.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>The clock of the app and of its simulators.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
