namespace ActivationWizard.App.Overview;

/// <summary>One sort of bar: its name, and a value with its words for every place along the chart.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<(double Value, string Text)> Values);
