namespace ActivationWizard.Integrations.Settings;

/// <summary>A setting as it is declared: all there is to know about it without its value.</summary>
public abstract class Setting(string key)
{
    /// <summary>Where it stands in the configuration, such as <c>Journal:LeaseSeconds</c>. Letter case does not count.</summary>
    public string Key => key;

    /// <summary>What it is for, in one or more sentences.</summary>
    public required string Meaning { get; init; }

    /// <summary>True for what nobody else may know: it belongs in the environment or a secret store.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True for a secret that may stand in another setting as well: a database of several uses.</summary>
    public bool MayBeShared { get; init; }

    /// <summary>True when an empty value is refused; by default it counts as not set.</summary>
    public bool NeverEmpty { get; init; }

    /// <summary>When it has to be set; null for never.</summary>
    public SettingCondition? RequiredWhen { get; init; }

    /// <summary>When it may not be set; null for never.</summary>
    public SettingCondition? RefusedWhen { get; init; }

    /// <summary>The default in words, where it is not one value. Null takes the value.</summary>
    public string? DefaultInWords { get; init; }

    /// <summary>The default that follows from other settings, as it would be written; null where it does not.</summary>
    public Func<SettingsReader, string>? DefaultFrom { get; init; }

    /// <summary>The name of its <see cref="SettingKind{T}"/>.</summary>
    public abstract string Kind { get; }

    /// <inheritdoc cref="SettingKind{T}.Must"/>
    public abstract string Must { get; }

    /// <inheritdoc cref="SettingKind{T}.Unit"/>
    public abstract string? Unit { get; }

    /// <inheritdoc cref="SettingKind{T}.Least"/>
    public abstract string? Least { get; }

    /// <inheritdoc cref="SettingKind{T}.Most"/>
    public abstract string? Most { get; }

    /// <summary>
    /// The default as it would be written, in a real installation and in a demonstration; empty when there is none.
    /// </summary>
    public abstract (string Production, string Demo) Written { get; }

    /// <summary>True when <paramref name="text"/> is of the kind and within its bounds.</summary>
    public abstract bool CanRead(string text);

    /// <summary>The value of <paramref name="text"/> as <see cref="Written"/> writes one; null when it cannot be read.</summary>
    public abstract string? Rewritten(string text);
}

/// <summary>A setting that is read as <typeparamref name="T"/>; <paramref name="standard"/> is its default.</summary>
public sealed class Setting<T>(string key, SettingKind<T> kind, T standard) : Setting(key)
{
    /// <summary>The default.</summary>
    public T Standard { get; } = standard;

    /// <summary>The default in a demonstration. Default <see cref="Standard"/>.</summary>
    public T InDemo { get; init; } = standard;

    /// <inheritdoc/>
    public override string Kind => kind.Name;

    /// <inheritdoc/>
    public override string Must => kind.Must;

    /// <inheritdoc/>
    public override string? Unit => kind.Unit;

    /// <inheritdoc/>
    public override string? Least => kind.Least;

    /// <inheritdoc/>
    public override string? Most => kind.Most;

    /// <inheritdoc/>
    public override (string Production, string Demo) Written => (kind.Write(Standard), kind.Write(InDemo));

    /// <inheritdoc/>
    public override bool CanRead(string text) => TryRead(text, out _);

    /// <inheritdoc/>
    public override string? Rewritten(string text) => TryRead(text, out var value) ? kind.Write(value) : null;

    /// <summary>The value of <paramref name="text"/>; false, and then no value to use, when it is not of the kind.</summary>
    public bool TryRead(string text, out T value) => kind.Parse(text, out value);
}
