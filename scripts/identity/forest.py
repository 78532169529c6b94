"""Boosted trees over features of pairs, and how they are written down."""
import lightgbm
import numpy as np

# More of these never makes two names less alike, or more: what few pairs show is not to be learnt the wrong way round.
RISING = """agreed agreed.rarest agreed.share.all agreed.share.shorter first last joined acronym acronym.length links.least
links.similar.known""".split()
FALLING = "rest.less rest.bits.less rest.rarest.less rest.numbers.less rest.numbers.more rest.places.more generations links.otherConsonants".split()
SETTINGS = dict(objective="binary", learning_rate=0.05, num_leaves=15, min_data_in_leaf=20, feature_fraction=0.5, bagging_fraction=0.8,
                bagging_freq=1, lambda_l2=5, monotone_constraints_method="intermediate", verbosity=-1, num_threads=2, seed=1,
                deterministic=True)
TREES = 250


def fit(names, numbers, same):
    signs = [1 if n in RISING else -1 if n in FALLING else 0 for n in names]
    return lightgbm.train(dict(SETTINGS, monotone_constraints=signs), lightgbm.Dataset(numbers, same), TREES)


def scores(same, probabilities, least=0.98):
    """Best F1 with its threshold, precision and recall; greatest recall at a precision of `least`, with its threshold."""
    order = np.argsort(-probabilities, kind="stable")
    right = np.cumsum(same[order])
    precision, recall = right / np.arange(1, len(order) + 1), right / same.sum()
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(f1.argmax())
    sure = np.flatnonzero(precision >= least)
    last = int(sure[-1]) if len(sure) else 0
    p = probabilities[order]
    return dict(f1=f1[best], precision=precision[best], recall=recall[best], even=float(p[best]), sure_recall=recall[last] if len(sure) else 0.0,
                same=float(p[last]))


def write(model, names, thresholds, path, what, source):
    def nodes(tree):
        """Parents first; children by their index."""
        rows = []

        def put(node):
            index = len(rows)
            rows.append(None)
            if "leaf_value" in node:
                rows[index] = f"{node['leaf_value']:.4g}"
            else:
                left, right = put(node["left_child"]), put(node["right_child"])
                # Rounded up in the fifth digit: a value on the threshold stays on its side.
                rows[index] = f"{node['split_feature']}:{round(node['threshold'], 5):g}:{left}:{right}"
            return index

        put(tree["tree_structure"])
        return rows

    with open(path, "w", encoding="utf-8") as f:
        f.write(f"# Boosted trees: log odds that two names of {what} are one bearer's.\n")
        f.write("# Columns: features, threshold or tree; names of features, a threshold with its name, or nodes of a tree, parents first,\n")
        f.write("#   each feature:threshold:left:right or the value of a leaf.\n")
        f.write(f"# Source: {source}, by scripts/identity/train.py.\n")
        f.write("\t".join(["features", *names]) + "\n")
        for name, value in thresholds.items():
            f.write(f"threshold\t{name}\t{value:.3f}\n")
        for tree in model.dump_model()["tree_info"]:
            f.write("\t".join(["tree", *nodes(tree)]) + "\n")
