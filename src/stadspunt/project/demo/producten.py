"""The 31 products of Lindewaard in one list. Names, addresses and laws are those of the national list (UPL)."""

from stadspunt.project.demo.producten_burgerzaken import BURGERZAKEN
from stadspunt.project.demo.producten_sociaal import SOCIAAL
from stadspunt.project.demo.producten_stad import STAD
from stadspunt.project.demo.productvorm import DemoProduct

PRODUCTEN: tuple[DemoProduct, ...] = (*BURGERZAKEN, *SOCIAAL, *STAD)
PRODUCT_PER_CODE: dict[str, DemoProduct] = {product.code: product for product in PRODUCTEN}
